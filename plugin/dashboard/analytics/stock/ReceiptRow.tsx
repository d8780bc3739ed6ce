import {CloseIcon} from '@sanity/icons/Close'
import {Box, Button, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {fieldAttributes, FieldError} from '../../../components/Field.tsx'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'
import type {ReceiptLine} from './receiptForm.ts'

export interface ReceiptRowProps {
  line: ReceiptLine
  /** A quantity or cost that is no number. */
  wrong: boolean
  onChange: (product: string, change: Partial<Pick<ReceiptLine, 'quantity' | 'unitCost'>>) => void
  onRemove: () => void
}

/** One product of a receipt: how much came, at what cost. */
export function ReceiptRow({line, wrong, onChange, onRemove}: ReceiptRowProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const id = useId()
  const {product} = line
  const error = wrong ? t('analytics.receipt.wrong') : undefined
  return (
    <Stack as="li" gap={2}>
      <Flex align="center" gap={2} wrap="wrap">
        <Box flex={1} style={{minWidth: 160}}>
          <Stack gap={2}>
            <Text size={1} textOverflow="ellipsis" weight="medium">
              {product.name}
            </Text>
            <Text muted size={0}>
              {product.sku}
            </Text>
          </Stack>
        </Box>
        <TextInput
          {...fieldAttributes(id, error)}
          aria-label={t('analytics.receipt.quantity', {
            name: product.name,
            unit: product.unit.name,
          })}
          fontSize={1}
          inputMode="decimal"
          onChange={({currentTarget: {value}}) => onChange(product._id, {quantity: value})}
          padding={2}
          style={{width: 88}}
          suffix={<Unit text={product.unit.name} />}
          value={line.quantity}
        />
        <TextInput
          aria-label={t('analytics.receipt.cost', {name: product.name})}
          fontSize={1}
          inputMode="decimal"
          onChange={({currentTarget: {value}}) => onChange(product._id, {unitCost: value})}
          padding={2}
          placeholder={t('analytics.receipt.cost-placeholder')}
          style={{width: 96}}
          value={line.unitCost}
        />
        <Button
          aria-label={t('analytics.receipt.remove', {name: product.name})}
          icon={CloseIcon}
          mode="bleed"
          onClick={onRemove}
          padding={2}
          type="button"
        />
      </Flex>
      {error !== undefined && <FieldError id={id} message={error} />}
    </Stack>
  )
}

function Unit({text}: {text: string}) {
  return (
    <Box padding={2}>
      <Text muted size={0}>
        {text}
      </Text>
    </Box>
  )
}
