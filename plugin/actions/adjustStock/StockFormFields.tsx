import {Box, Button, Card, Flex, Select, Stack, Text, TextInput} from '@sanity/ui'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {errorId, Field, fieldAttributes, FieldError} from '../../components/Field.tsx'
import type {Product} from '../../domain/documents.ts'
import {parseQuantity} from '../../domain/quantity.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {plain} from '../createBill/billForm.ts'
import {ProductPicker} from '../shared/ProductPicker.tsx'
import {useShopFormat} from '../shared/useShop.ts'
import {ScanNote} from '../shared/ScanNote.tsx'
import {useProductScanner} from '../shared/useProductScanner.ts'
import {LastMovements} from './LastMovements.tsx'
import type {StockFormState} from './useStockForm.ts'

export interface StockFormFieldsProps {
  stock: StockFormState
  /** The product cannot be changed. */
  fixed: boolean
}

export function StockFormFields({stock, fixed}: StockFormFieldsProps) {
  const {product} = stock
  return (
    <>
      {!fixed && <ScannedProduct stock={stock} />}
      {product === undefined ? (
        <PickProduct stock={stock} />
      ) : (
        <>
          {!fixed && <ChosenProduct product={product} stock={stock} />}
          <Fields product={product} stock={stock} />
          <LastMovements product={product._id} />
        </>
      )}
    </>
  )
}

/** A scan chooses the product, and one more scan of it counts one up. */
function ScannedProduct({stock}: Pick<StockFormFieldsProps, 'stock'>) {
  const scanner = useProductScanner(({_id, unit}) => {
    const counted = parseQuantity(stock.form.quantity, unit) ?? 0
    const isSame = stock.form.product === _id
    stock.edit(
      isSame
        ? {quantity: plain(counted + 10 ** unit.decimals, unit)}
        : {product: _id, quantity: ''},
    )
  })
  return <ScanNote code={scanner.unknown} onForget={scanner.forget} />
}

function PickProduct({stock}: Pick<StockFormFieldsProps, 'stock'>) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const id = useId()
  const missing = stock.attempted && stock.read.errors.product !== undefined
  return (
    <Stack gap={3}>
      <ProductPicker
        describedBy={missing ? errorId(id) : undefined}
        id={id}
        invalid={missing}
        onPick={({_id}) => stock.edit({product: _id})}
        trackedOnly
      />
      {missing && <FieldError id={id} message={t('stock-form.error.product')} />}
    </Stack>
  )
}

function ChosenProduct({product, stock}: {product: Product; stock: StockFormFieldsProps['stock']}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <Flex align="center" gap={3} justify="space-between">
      <Text muted size={1} textOverflow="ellipsis">
        {product.sku}
      </Text>
      <Button
        fontSize={1}
        mode="bleed"
        onClick={() => stock.edit({product: undefined})}
        padding={2}
        text={t('picker.product.change')}
        type="button"
      />
    </Flex>
  )
}

function Fields({product, stock}: {product: Product; stock: StockFormFieldsProps['stock']}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {form, edit, read, attempted} = stock
  const ids = {mode: useId(), quantity: useId(), kind: useId(), reason: useId()}
  const counting = form.mode === 'count'
  const wrong = read.errors.quantity
  const quantityError =
    wrong !== undefined && (attempted || !/^[-+−]?$/.test(form.quantity.trim()))
      ? t(wrong.key, wrong.values)
      : undefined
  const reasonError =
    attempted && read.errors.reason !== undefined ? t(read.errors.reason.key) : undefined
  const unit = product.unit.name
  return (
    <>
      <Field id={ids.mode} label={t('stock-form.mode')}>
        <Select
          data-testid="shop-stock-mode"
          fontSize={1}
          id={ids.mode}
          onChange={({currentTarget: {value}}) =>
            edit({mode: value === 'count' ? 'count' : 'change'})
          }
          padding={2}
          value={form.mode}
        >
          <option value="change">{t('stock-form.mode.change')}</option>
          <option value="count">{t('stock-form.mode.count')}</option>
        </Select>
      </Field>
      <Field
        error={quantityError}
        hint={counting ? undefined : t('stock-form.change-hint')}
        id={ids.quantity}
        label={counting ? t('stock-form.counted', {unit}) : t('stock-form.change', {unit})}
      >
        <TextInput
          {...fieldAttributes(ids.quantity, quantityError)}
          autoComplete="off"
          autoFocus
          data-testid="shop-stock-quantity"
          fontSize={2}
          onChange={(event) => edit({quantity: event.currentTarget.value})}
          value={form.quantity}
        />
      </Field>
      <BeforeAfter product={product} stock={stock} />
      {!counting && (
        <>
          <Field id={ids.kind} label={t('stock-form.kind')}>
            <Select
              fontSize={1}
              id={ids.kind}
              onChange={({currentTarget: {value}}) =>
                edit({kind: value === 'damage' ? 'damage' : 'adjustment'})
              }
              padding={2}
              value={form.kind}
            >
              <option value="adjustment">{t('stock-form.kind.adjustment')}</option>
              <option value="damage">{t('stock-form.kind.damage')}</option>
            </Select>
          </Field>
          <Field error={reasonError} id={ids.reason} label={t('stock-form.reason')}>
            <TextInput
              {...fieldAttributes(ids.reason, reasonError)}
              data-testid="shop-stock-reason"
              fontSize={1}
              onChange={(event) => edit({reason: event.currentTarget.value})}
              padding={2}
              placeholder={t('stock-form.reason-placeholder')}
              value={form.reason}
            />
          </Field>
        </>
      )}
    </>
  )
}

/** What stands on the books now, live, and after this. */
function BeforeAfter({product, stock}: {product: Product; stock: StockFormFieldsProps['stock']}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const {after} = stock.read
  return (
    <Card
      border
      padding={3}
      radius={2}
      tone={after !== undefined && after < 0 ? 'critical' : 'transparent'}
    >
      <Flex align="center" aria-live="polite" gap={4} justify="space-between">
        <Stack gap={3}>
          <Text muted size={0}>
            {t('stock-form.before')}
          </Text>
          <Text data-testid="shop-stock-before" size={2} weight="medium">
            {format.quantity(stock.before, product.unit)}
          </Text>
        </Stack>
        <Text aria-hidden muted size={2}>
          →
        </Text>
        <Box>
          <Stack gap={3}>
            <Text align="right" muted size={0}>
              {t('stock-form.after')}
            </Text>
            <Text align="right" data-testid="shop-stock-after" size={2} weight="semibold">
              {after === undefined ? '–' : format.quantity(after, product.unit)}
            </Text>
          </Stack>
        </Box>
      </Flex>
    </Card>
  )
}
