import {TrashIcon} from '@sanity/icons/Trash'
import {Box, Button, Card, Stack, Text, TextInput} from '@sanity/ui'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {errorId, FieldError} from '../../components/Field.tsx'
import type {Shortage} from '../../domain/errors.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShortageText} from '../shared/useShortageText.ts'
import {useShopFormat} from '../shared/useShop.ts'
import {LineGrid} from './LineGrid.tsx'
import {LineStock} from './LineStock.tsx'
import type {FormLine} from './billForm.ts'
import type {ReadBillLine} from './readBillForm.ts'
import type {LineField} from './readLine.ts'
import {useDocument} from '../../realtime/index.ts'

export interface BillLineRowProps {
  line: FormLine
  read: ReadBillLine | undefined
  /** After the first try to issue, empty fields are errors too. */
  attempted: boolean
  shortage: Shortage | undefined
  /** Smallest steps of the same product on other lines. */
  elsewhere: number
  /** What the operation refused about this line, in words. */
  refusals: readonly string[]
  onChange: (change: Partial<Pick<FormLine, 'name' | 'quantity' | 'price' | 'discount'>>) => void
  /** The button that takes what is left goes with the press. */
  onTakeLeft: (quantity: string) => void
  onRemove: () => void
}

const FIELDS = ['product', 'name', 'quantity', 'price', 'discount'] as const

export function BillLineRow(props: BillLineRowProps) {
  const {line, read, onChange, onRemove} = props
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const shortageText = useShortageText()
  const id = useId()
  const product = useDocument('product', line.product ?? '')
  const name = product?.name ?? (line.name === '' ? t('bill-form.free-line') : line.name)
  const field = (key: string) => t('bill-form.of-line', {field: t(key), name})
  const errors = FIELDS.flatMap((key) => errorOf(key, props))
  const messages = [
    ...new Set([
      ...errors.map((error) => t(error.key, error.values)),
      ...(props.shortage === undefined ? [] : [shortageText(props.shortage)]),
      ...props.refusals,
    ]),
  ]
  const describedBy = messages.length > 0 ? errorId(id) : undefined
  const input = (key: 'quantity' | 'price' | 'discount', label: string) => (
    <div>
      <Label text={t(label)} />
      <TextInput
        aria-describedby={describedBy}
        aria-invalid={errorOf(key, props).length > 0}
        aria-label={field(label)}
        customValidity={errorOf(key, props).length > 0 ? t('bill-error.title') : undefined}
        data-testid={`shop-line-${key}`}
        fontSize={1}
        inputMode="decimal"
        onChange={(event) => onChange({[key]: event.currentTarget.value})}
        onFocus={(event) => event.currentTarget.select()}
        padding={2}
        placeholder={key === 'discount' ? t('bill-form.discount-hint') : undefined}
        value={line[key]}
      />
    </div>
  )
  return (
    <Card borderBottom data-testid="shop-bill-line" paddingY={2}>
      <Stack gap={2}>
        <LineGrid>
          <Box className="item">
            {line.product === undefined ? (
              <TextInput
                aria-describedby={describedBy}
                aria-invalid={errorOf('name', props).length > 0}
                aria-label={t('bill-form.free-name')}
                autoFocus={line.name === ''}
                fontSize={1}
                onChange={(event) => onChange({name: event.currentTarget.value})}
                padding={2}
                placeholder={t('bill-form.free-placeholder')}
                value={line.name}
              />
            ) : (
              <Stack gap={2}>
                <Text size={1} textOverflow="ellipsis" weight="medium">
                  {name}
                </Text>
                <LineStock
                  elsewhere={props.elsewhere}
                  onQuantity={props.onTakeLeft}
                  onRemove={onRemove}
                  product={product}
                  quantity={read?.input?.quantity}
                />
              </Stack>
            )}
          </Box>
          <Button
            aria-label={t('bill-form.remove-line', {name})}
            className="remove"
            fontSize={1}
            icon={TrashIcon}
            mode="bleed"
            onClick={onRemove}
            padding={2}
            type="button"
          />
          {input('quantity', 'bill-form.quantity')}
          {input('price', 'bill-form.price')}
          {input('discount', 'bill-form.discount')}
          <Box className="amount">
            <Label align="right" text={t('bill-form.amount')} />
            <Text
              align="right"
              size={1}
              style={{fontVariantNumeric: 'tabular-nums'}}
              weight="medium"
            >
              {read?.amounts === undefined
                ? '–'
                : format.money(read.amounts.gross - read.amounts.discount)}
            </Text>
          </Box>
        </LineGrid>
        {messages.length > 0 && <FieldError id={id} message={messages.join(' ')} />}
      </Stack>
    </Card>
  )
}

/** For eyes: the fields are named for everyone else. */
function Label({text, align}: {text: string; align?: 'right'}) {
  return (
    <Text align={align} aria-hidden className="label" muted size={0}>
      {text}
    </Text>
  )
}

/** A field is not wrong before anything was typed into it. */
function errorOf(key: LineField, {read, line, attempted}: BillLineRowProps) {
  const error = read?.errors[key]
  const touched = key === 'product' || line[key] !== ''
  return error !== undefined && (attempted || touched) ? [error] : []
}
