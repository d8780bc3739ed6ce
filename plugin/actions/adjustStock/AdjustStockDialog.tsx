import {Button, Dialog, Flex} from '@sanity/ui'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {StockFormFields} from './StockFormFields.tsx'
import {useStockForm} from './useStockForm.ts'

export interface AdjustStockDialogProps {
  /** Fixes the product; absent: the dialog asks for one. */
  product?: string
  onClose: () => void
}

/** Adds to the stock of a product, takes away, or sets it to what was counted. */
export default function AdjustStockDialog({product, onClose}: AdjustStockDialogProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const formId = useId()
  const stock = useStockForm(product, onClose)
  return (
    <Dialog
      __unstable_autoFocus={false}
      data-testid="shop-adjust-stock-dialog"
      footer={
        <Flex gap={2} justify="flex-end" padding={3}>
          <Button
            fontSize={1}
            mode="bleed"
            onClick={onClose}
            padding={3}
            text={t('bill-form.close')}
            type="button"
          />
          <Button
            data-testid="shop-submit-stock"
            disabled={stock.working}
            fontSize={1}
            form={formId}
            loading={stock.working}
            padding={3}
            text={stock.working ? t('stock-form.submitting') : t('stock-form.submit')}
            type="submit"
          />
        </Flex>
      }
      header={
        stock.product === undefined
          ? t('stock-form.title')
          : t('stock-form.title-of', {name: stock.product.name})
      }
      id="shop-adjust-stock-dialog"
      onClose={onClose}
      width={1}
    >
      <StockFormFields fixed={product !== undefined} formId={formId} stock={stock} />
    </Dialog>
  )
}
