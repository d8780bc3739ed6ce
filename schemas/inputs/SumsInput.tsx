import {Card, Flex, Stack, Text} from '@sanity/ui'
import {useEffect, useState, type ComponentType} from 'react'
import {useClient, type ObjectInputProps, type SanityClient} from 'sanity'
import {array, nullable, object, parse, string} from 'valibot'
import {attributeKey} from '../../plugin/domain/ids.ts'
import {PAYMENT_METHODS} from '../documents/payment.ts'
import {moneyText} from '../text.ts'
import {useShopCurrency} from './useShopCurrency.ts'

/** What the keys of a map of sums stand for. */
export type SumLabels = 'hour' | 'method' | 'category' | 'brand'

type Names = Readonly<Record<string, string>>

/** Shows a map of sums as rows of a readable name and an amount. */
export function createSumsInput(
  labels: SumLabels,
  currency: string,
): ComponentType<ObjectInputProps> {
  return function SumsInput({value}: ObjectInputProps) {
    const shown = useShopCurrency(currency)
    const {names, problem} = useDocumentNames(labels)
    const rows = toRows(value, labels)
    return (
      <Card border padding={3} radius={2}>
        <Stack gap={3}>
          {rows.length === 0 && (
            <Text muted size={1}>
              Nothing yet.
            </Text>
          )}
          {rows.map(([key, sum]) => (
            <Flex key={key} gap={3} justify="space-between">
              <Text size={1}>{labelOf(key, labels, names)}</Text>
              <Text size={1}>{moneyText(sum, shown)}</Text>
            </Flex>
          ))}
          {problem !== undefined && (
            <Text muted size={1}>
              {problem}
            </Text>
          )}
        </Stack>
      </Card>
    )
  }
}

/** Hours in order of the clock, the rest by amount. */
export function toRows(value: unknown, labels: SumLabels): [string, number][] {
  if (typeof value !== 'object' || value === null) return []
  const rows = Object.entries(value).flatMap(([key, sum]): [string, number][] =>
    typeof sum === 'number' && !key.startsWith('_') ? [[key, sum]] : [],
  )
  return rows.toSorted((a, b) => (labels === 'hour' ? a[0].localeCompare(b[0]) : b[1] - a[1]))
}

export function labelOf(key: string, labels: SumLabels, names: Names): string {
  if (labels === 'hour') return hourLabel(key)
  if (labels === 'method') return PAYMENT_METHODS.find(({value}) => value === key)?.title ?? key
  return names[key] ?? `Deleted ${labels} (${key.replace(/^k_/, '')})`
}

function hourLabel(key: string): string {
  const hour = Number(key.slice(1))
  if (!Number.isInteger(hour)) return key
  const clock = (value: number) => `${String(value % 24).padStart(2, '0')}:00`
  return `${clock(hour)}–${clock(hour + 1)}`
}

/** Names of all categories or brands by the key under which the day sums them up. */
function useDocumentNames(labels: SumLabels): {names: Names; problem?: string} {
  const client = useClient({apiVersion: '2025-02-19'})
  const [result, setResult] = useState<{names: Names; problem?: string}>({names: {}})
  useEffect(() => {
    if (labels !== 'category' && labels !== 'brand') return undefined
    let current = true
    fetchNames(client, labels).then(
      (names) => current && setResult({names}),
      () =>
        current &&
        setResult({
          names: {},
          problem: 'The names could not be loaded. Reload the page to try again.',
        }),
    )
    return () => {
      current = false
    }
  }, [client, labels])
  return result
}

async function fetchNames(client: SanityClient, type: 'category' | 'brand'): Promise<Names> {
  const rows = parse(
    array(object({_id: string(), name: nullable(string())})),
    await client.fetch('*[_type == $type]{_id, name}', {type}, {tag: 'shop.day-names'}),
  )
  return Object.fromEntries(rows.map(({_id, name}) => [attributeKey(_id), name ?? _id]))
}
