import {TrashIcon} from '@sanity/icons/Trash'
import {Box, Button, Card, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {EmptyState} from '../../components/EmptyState.tsx'
import {errorId, FieldError} from '../../components/Field.tsx'
import type {Product} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopFormat} from '../shared/useShop.ts'
import type {ReadSheetLine} from './readSheet.ts'
import type {SheetLine} from './sheet.ts'
import type {SheetState} from './useSheet.ts'

export interface SheetLinesProps {
  state: SheetState
  /** The removed line had the focus. */
  onRemoved: () => void
}

/** The products of the round, newest at the top, each with what is on hand before and after. */
export function SheetLines({state, onRemoved}: SheetLinesProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {sheet, dispatch, read, products, submission} = state
  if (sheet.lines.length === 0) {
    return (
      <Card border padding={2} radius={2} tone="transparent">
        <EmptyState title={t('sheet.no-lines')} />
      </Card>
    )
  }
  return (
    <Stack aria-label={t('sheet.lines')} as="ul" gap={2} style={{listStyle: 'none', padding: 0}}>
      {sheet.lines.map((line) => (
        <li key={line.product}>
          <SheetLineRow
            attempted={submission.attempted}
            hasCost={sheet.mode !== 'count'}
            line={line}
            onChange={(change) =>
              dispatch({
                type: 'edit',
                product: line.product,
                change,
                now: new Date().toISOString(),
              })
            }
            onRemove={() => {
              dispatch({type: 'remove', product: line.product})
              onRemoved()
            }}
            product={products.get(line.product)}
            read={read.lines.get(line.product)}
          />
        </li>
      ))}
    </Stack>
  )
}

interface SheetLineRowProps {
  line: SheetLine
  product: Product | undefined
  read: ReadSheetLine | undefined
  hasCost: boolean
  attempted: boolean
  onChange: (change: Partial<Pick<SheetLine, 'quantity' | 'cost'>>) => void
  onRemove: () => void
}

function SheetLineRow(props: SheetLineRowProps) {
  const {line, product, read, onChange} = props
  const {t} = useTranslation(SHOP_NAMESPACE)
  const id = useId()
  const name = product?.name ?? line.product
  const wrong = [
    props.attempted || line.quantity.trim() !== '' ? read?.errors.quantity : undefined,
    read?.errors.cost,
  ].filter((error) => error !== undefined)
  const describedBy = wrong.length > 0 ? errorId(id) : undefined
  const input = (key: 'quantity' | 'cost', label: string, placeholder?: string) => (
    <Box style={{width: 92}}>
      <TextInput
        aria-describedby={describedBy}
        aria-invalid={read?.errors[key] !== undefined && wrong.length > 0}
        aria-label={t('bill-form.of-line', {field: t(label), name})}
        autoComplete="off"
        data-testid={`shop-sheet-${key}`}
        fontSize={1}
        inputMode="decimal"
        onChange={(event) => onChange({[key]: event.currentTarget.value})}
        onFocus={(event) => event.currentTarget.select()}
        padding={2}
        placeholder={placeholder}
        value={line[key]}
      />
    </Box>
  )
  return (
    <Card border data-testid="shop-sheet-line" padding={2} paddingLeft={3} radius={2}>
      <Stack gap={2}>
        <Flex align="center" gap={2} wrap="wrap">
          <Stack flex={1} gap={2} style={{flexBasis: 220, minWidth: 150}}>
            <Text size={1} textOverflow="ellipsis" weight="medium">
              {name}
            </Text>
            {product !== undefined && read !== undefined && (
              <BeforeAfter product={product} read={read} />
            )}
          </Stack>
          {input('quantity', 'bill-form.quantity', t('bill-form.quantity'))}
          {props.hasCost && input('cost', 'sheet.cost', t('sheet.cost-hint'))}
          <Button
            aria-label={t('bill-form.remove-line', {name})}
            fontSize={1}
            icon={TrashIcon}
            mode="bleed"
            onClick={props.onRemove}
            padding={2}
            type="button"
          />
        </Flex>
        {wrong.length > 0 && (
          <FieldError
            id={id}
            message={wrong.map((error) => t(error.key, error.values)).join(' ')}
          />
        )}
      </Stack>
    </Card>
  )
}

function BeforeAfter({product, read}: {product: Product; read: ReadSheetLine}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const after = read.after === undefined ? '–' : format.quantity(read.after, product.unit)
  const difference = read.after === undefined ? 0 : read.after - read.before
  return (
    <Text aria-live="polite" data-testid="shop-sheet-level" muted size={0}>
      {[
        product.sku,
        t('sheet.level', {before: format.quantity(read.before, product.unit), after}),
        ...(difference === 0 ? [] : [format.change(difference, product.unit)]),
        ...(read.since === 0
          ? []
          : [t('sheet.since', {moved: format.change(read.since, product.unit)})]),
      ].join(' · ')}
    </Text>
  )
}
