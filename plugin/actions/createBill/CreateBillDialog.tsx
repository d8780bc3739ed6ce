import {Button, Dialog, Flex, Spinner, Text} from '@sanity/ui'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopReady} from '../shared/useShop.ts'
import {BillFormFields} from './BillFormFields.tsx'
import {useBillForm} from './useBillForm.ts'
import type {BillStart} from './useBillForm.ts'

export interface CreateBillDialogProps extends BillStart {
  onClose: () => void
}

/** The till: products in, bill out, by keyboard or scanner. */
export default function CreateBillDialog(props: CreateBillDialogProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const ready = useShopReady()
  if (ready) return <ReadyDialog {...props} />
  return (
    <Dialog header={t('bill-form.title')} id="shop-create-bill-loading" onClose={props.onClose}>
      <Flex align="center" gap={3} padding={5}>
        <Spinner muted />
        <Text muted size={1}>
          {t('bill-form.loading')}
        </Text>
      </Flex>
    </Dialog>
  )
}

/** Opens only on a complete snapshot: a first line could not be priced before. */
function ReadyDialog({onClose, ...start}: CreateBillDialogProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const formId = useId()
  const bill = useBillForm(start, onClose)
  return (
    <Dialog
      __unstable_autoFocus={false}
      data-testid="shop-create-bill-dialog"
      footer={
        <Flex align="center" gap={3} justify="flex-end" padding={3} wrap="wrap">
          <Text muted size={0} style={{flex: '1 1 200px'}}>
            {t('bill-form.keys')}
          </Text>
          <Button
            fontSize={1}
            mode="bleed"
            onClick={onClose}
            padding={3}
            text={t('bill-form.close')}
            type="button"
          />
          <Button
            data-testid="shop-issue-bill"
            disabled={bill.issuing}
            fontSize={1}
            form={formId}
            loading={bill.issuing}
            padding={3}
            text={bill.issuing ? t('bill-form.issuing') : t('bill-form.issue')}
            type="submit"
          />
        </Flex>
      }
      header={t('bill-form.title')}
      id="shop-create-bill-dialog"
      onClose={onClose}
      width={3}
    >
      <BillFormFields bill={bill} formId={formId} />
    </Dialog>
  )
}
