import {Button, Flex, Text} from '@sanity/ui'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {FormDialog} from '../shared/FormDialog.tsx'
import type {SheetMode} from '../stockSheet/sheet.ts'
import {StockSheetDialog} from '../stockSheet/StockSheetDialog.lazy.ts'
import {StockFormFields} from './StockFormFields.tsx'
import {useStockForm} from './useStockForm.ts'

export interface AdjustStockDialogProps {
  /** Fixes the product; absent: the dialog asks for one. */
  product?: string
  onClose: () => void
}

const MANY = ['receive', 'count', 'return'] as const satisfies readonly SheetMode[]

/** Adds to the stock of a product, takes away, or sets it to what was counted; leads to the same for many at once. */
export default function AdjustStockDialog({product, onClose}: AdjustStockDialogProps) {
  const [many, setMany] = useState<SheetMode>()
  return many === undefined ? (
    <OneProduct onClose={onClose} onMany={setMany} product={product} />
  ) : (
    <StockSheetDialog
      mode={many}
      onClose={onClose}
      products={product === undefined ? undefined : [{product}]}
    />
  )
}

interface OneProductProps extends AdjustStockDialogProps {
  onMany: (mode: SheetMode) => void
}

function OneProduct({product, onClose, onMany}: OneProductProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const stock = useStockForm(product, onClose)
  return (
    <FormDialog
      failureTitle={t('stock-form.error.title')}
      name="adjust-stock"
      onClose={onClose}
      onSubmit={stock.save}
      submission={stock.submission}
      submitText={t('stock-form.submit')}
      title={
        stock.product === undefined
          ? t('stock-form.title')
          : t('stock-form.title-of', {name: stock.product.name})
      }
      workingText={t('stock-form.submitting')}
    >
      <StockFormFields fixed={product !== undefined} stock={stock} />
      <Flex align="center" gap={2} wrap="wrap">
        <Text muted size={1}>
          {t('stock-form.many')}
        </Text>
        {MANY.map((mode) => (
          <Button
            fontSize={1}
            key={mode}
            mode="bleed"
            onClick={() => onMany(mode)}
            padding={2}
            text={t(`sheet.${mode}.title`)}
            type="button"
          />
        ))}
      </Flex>
    </FormDialog>
  )
}
