import {Button, Dialog, Flex} from '@sanity/ui'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {ReceiptProvider} from '../papers/receipts.tsx'
import {KeysHint} from '../shared/KeysHint.tsx'
import {useOpenForm} from '../shared/openForms.ts'
import {useKeepFocus} from '../shared/useKeepFocus.ts'
import {BillFormFields} from './BillFormFields.tsx'
import {useBillForm} from './useBillForm.ts'
import type {BillStart} from './useBillForm.ts'

export interface TillDialogProps extends BillStart {
  onClose: () => void
  testId?: string
}

/** The till with nothing to wait for. */
export function TillDialog({onClose, testId, ...start}: TillDialogProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const formId = useId()
  const till = useBillForm(start, onClose)
  useKeepFocus()
  useOpenForm()
  return (
    <Dialog
      __unstable_autoFocus={false}
      data-testid={testId}
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
      id={`till-${formId}`}
      onClose={onClose}
      width={3}
    >
      {/* below this dialog: Escape closes a receipt and leaves the till */}
      <ReceiptProvider>
        <BillFormFields bill={till} formId={formId} />
      </ReceiptProvider>
    </Dialog>
  )
}
