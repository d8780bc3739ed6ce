import {Button, Dialog, Flex} from '@sanity/ui'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {LoadingBill} from '../bill/LoadingBill.tsx'
import {useBillPapers} from '../papers/useBillPapers.ts'
import {KeysHint} from '../shared/KeysHint.tsx'
import {useKeepFocus} from '../shared/useKeepFocus.ts'
import {useShopReady} from '../shared/useShop.ts'
import {BillFormFields} from './BillFormFields.tsx'
import {useBillForm} from './useBillForm.ts'
import type {BillStart} from './useBillForm.ts'

export interface CreateBillDialogProps extends Omit<BillStart, 'again'> {
  /** Id of a bill whose goods are sold once more. */
  again?: string
  onClose: () => void
}

/** The till: products in, bill out, by keyboard or scanner. Opens only on a complete snapshot: nothing has a price before. */
export default function CreateBillDialog({again, ...props}: CreateBillDialogProps) {
  const ready = useShopReady()
  if (!ready) return <LoadingBill onClose={props.onClose} />
  return again === undefined ? <TillDialog {...props} /> : <AgainDialog {...props} again={again} />
}

function AgainDialog({again, ...props}: CreateBillDialogProps & {again: string}) {
  const loaded = useBillPapers(again)
  const paper = loaded.state === 'ready' ? loaded.papers.paper : undefined
  return paper?._type === 'bill' ? (
    <TillDialog {...props} again={paper} />
  ) : (
    <LoadingBill onClose={props.onClose} />
  )
}

function TillDialog({onClose, ...start}: BillStart & {onClose: () => void}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const formId = useId()
  const till = useBillForm(start, onClose)
  useKeepFocus()
  return (
    <Dialog
      __unstable_autoFocus={false}
      data-testid="shop-create-bill-dialog"
      footer={
        <Flex align="center" gap={2} justify="flex-end" paddingX={4} paddingY={3} wrap="wrap">
          <KeysHint text={t('bill-form.keys')} />
          <Button
            fontSize={1}
            mode="bleed"
            onClick={onClose}
            padding={3}
            text={t('bill-form.close')}
            type="button"
          />
          <Button
            data-testid="shop-park-bill"
            disabled={till.working || !till.hasContent}
            fontSize={1}
            mode="ghost"
            onClick={() => void till.park()}
            padding={3}
            text={t('parked.park')}
            type="button"
          />
          <Button
            data-testid="shop-issue-bill"
            disabled={till.working}
            fontSize={1}
            form={formId}
            loading={till.working}
            padding={3}
            text={till.working ? t('bill-form.issuing') : t('bill-form.issue')}
            type="submit"
          />
        </Flex>
      }
      header={t('bill-form.title')}
      id="shop-create-bill-dialog"
      onClose={onClose}
      width={3}
    >
      <BillFormFields bill={till} formId={formId} />
    </Dialog>
  )
}
