import {Box, Card, Checkbox, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {errorId, FieldError} from '../../components/Field.tsx'
import type {Bill, BillBalance} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopFormat} from '../shared/useShop.ts'
import {linesLeft} from './creditForm.ts'
import type {CreditForm, CreditFormLine, CreditLineLeft, ReadCredit} from './creditForm.ts'

export interface CreditLinesProps {
  bill: Bill
  balance: BillBalance
  form: CreditForm
  read: ReadCredit
  attempted: boolean
  onChange: (lines: CreditForm['lines']) => void
}

/** Every line of the bill with what is left of it to take back. */
export function CreditLines({bill, balance, form, read, attempted, onChange}: CreditLinesProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const id = useId()
  const missing = attempted && read.lineErrors.size === 0 ? read.errors.lines : undefined
  return (
    <Stack gap={2}>
      <Stack
        aria-describedby={missing === undefined ? undefined : errorId(id)}
        aria-label={t('credit-form.lines')}
        as="ul"
        gap={2}
        style={{listStyle: 'none', padding: 0}}
      >
        {linesLeft(bill, balance).map((left, index) => (
          <li key={left.line._key}>
            <CreditLineRow
              error={read.lineErrors.get(left.line._key) !== undefined}
              first={index === 0}
              left={left}
              onChange={(line) => onChange({...form.lines, [left.line._key]: line})}
              typed={form.lines[left.line._key] ?? {quantity: '', restock: true}}
            />
          </li>
        ))}
      </Stack>
      {missing !== undefined && <FieldError id={id} message={t(missing.key)} />}
    </Stack>
  )
}

interface CreditLineRowProps {
  left: CreditLineLeft
  typed: CreditFormLine
  error: boolean
  first: boolean
  onChange: (line: CreditFormLine) => void
}

function CreditLineRow({left, typed, error, first, onChange}: CreditLineRowProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const id = useId()
  const {line, isStocked} = left
  const quantity = format.quantity(left.left, line.unit)
  const isOver = left.left <= 0
  return (
    <Card border padding={3} radius={2} tone={isOver ? 'transparent' : 'default'}>
      <Stack gap={3}>
        <Flex align="center" gap={3} wrap="wrap">
          <Box flex={1} style={{minWidth: 140}}>
            <Stack gap={2}>
              <Text size={1} textOverflow="ellipsis" weight="medium">
                {line.name}
              </Text>
              <Text muted size={0}>
                {isOver
                  ? t('credit-form.line-over')
                  : t('credit-form.line-left', {quantity, amount: format.money(line.total)})}
              </Text>
            </Stack>
          </Box>
          {isStocked && !isOver && (
            <Flex align="center" as="label" gap={2} htmlFor={`${id}-restock`}>
              <Checkbox
                checked={typed.restock}
                id={`${id}-restock`}
                onChange={(event) => onChange({...typed, restock: event.currentTarget.checked})}
              />
              <Text size={1}>{t('credit-form.restock')}</Text>
            </Flex>
          )}
          <Box style={{width: 92}}>
            <TextInput
              aria-describedby={error ? errorId(id) : undefined}
              aria-invalid={error || undefined}
              aria-label={t('credit-form.quantity-of', {name: line.name})}
              autoComplete="off"
              autoFocus={first}
              disabled={isOver}
              fontSize={1}
              inputMode="decimal"
              onChange={(event) => onChange({...typed, quantity: event.currentTarget.value})}
              padding={2}
              placeholder="0"
              value={typed.quantity}
            />
          </Box>
        </Flex>
        {error && (
          <FieldError id={id} message={t('credit-form.error.quantity', {left: quantity})} />
        )}
      </Stack>
    </Card>
  )
}
