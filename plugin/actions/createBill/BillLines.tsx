import {Card, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {EmptyState} from '../../components/EmptyState.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {FieldIssue} from '../../domain/errors.ts'
import type {Failure} from '../shared/toFailure.ts'
import {useRefusalWords} from '../shared/useRefusalWords.ts'
import {BillLineRow} from './BillLineRow.tsx'
import {LineGrid} from './LineGrid.tsx'
import type {FormLine} from './billForm.ts'
import type {Till} from './useBillForm.ts'

export interface BillLinesProps {
  bill: Till
  /** What had the focus is gone: a line, or a button on one. */
  onRemoved: () => void
}

/** The lines of the bill, newest at the bottom, each with its stock and its errors. */
export function BillLines({bill, onRemoved}: BillLinesProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {form, read, dispatch} = bill
  const words = useRefusalWords()
  if (form.lines.length === 0) {
    return (
      <Card border padding={2} radius={2} tone="transparent">
        <EmptyState title={t('bill-form.no-lines')} />
      </Card>
    )
  }
  return (
    <Stack gap={1}>
      <LineGrid aria-hidden className="head">
        <Text muted size={0}>
          {t('bill-form.item')}
        </Text>
        <Text muted size={0}>
          {t('bill-form.quantity')}
        </Text>
        <Text muted size={0}>
          {t('bill-form.price')}
        </Text>
        <Text muted size={0}>
          {t('bill-form.discount')}
        </Text>
        <Text align="right" muted size={0}>
          {t('bill-form.amount')}
        </Text>
      </LineGrid>
      <Stack
        aria-label={t('bill-form.lines')}
        as="ul"
        gap={1}
        style={{listStyle: 'none', padding: 0}}
      >
        {form.lines.map((line, index) => (
          <li key={line.id}>
            <BillLineRow
              attempted={bill.attempted}
              elsewhere={elsewhere(bill, line)}
              line={line}
              onChange={(change) => dispatch({type: 'editLine', id: line.id, change})}
              onTakeLeft={(quantity) => {
                dispatch({type: 'editLine', id: line.id, change: {quantity}})
                onRemoved()
              }}
              onRemove={() => {
                dispatch({type: 'removeLine', id: line.id})
                onRemoved()
              }}
              read={read.lines.get(line.id)}
              refusals={issuesOf(bill.failure, index).map(words.ofIssue)}
              shortage={bill.failure?.shortages.find(({product}) => product === line.product)}
            />
          </li>
        ))}
      </Stack>
    </Stack>
  )
}

/** Issues of a refused command that speak of this line: `lines.<index>.…`. */
function issuesOf(failure: Failure | undefined, index: number): readonly FieldIssue[] {
  return (failure?.issues ?? []).filter(
    ({path}) => path === `lines.${index}` || path.startsWith(`lines.${index}.`),
  )
}

/** The same product on another line takes of the same shelf. */
function elsewhere({form, read}: Till, {id, product}: FormLine): number {
  return form.lines
    .filter((line) => line.id !== id && line.product === product && product !== undefined)
    .reduce((sum, line) => sum + (read.lines.get(line.id)?.input?.quantity ?? 0), 0)
}
