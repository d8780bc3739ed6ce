import {Card, Stack, Text} from '@sanity/ui'
import type {StringInputProps} from 'sanity'
import {array, looseObject, number, optional, safeParse, string} from 'valibot'
import {joinText} from '../text.ts'

const parkedSale = looseObject({
  customer: optional(string()),
  notes: optional(string()),
  lines: array(
    looseObject({
      product: optional(string()),
      name: optional(string()),
      quantity: number(),
    }),
  ),
})

/** The parked command, one line a product; its text when it cannot be read. */
export function ParkedSaleInput({value}: StringInputProps) {
  const sale = safeParse(parkedSale, parseJson(value ?? ''))
  if (!sale.success) return <Text size={1}>{value ?? 'Nothing in it.'}</Text>
  return (
    <Card border padding={3} radius={2}>
      <Stack gap={3}>
        {sale.output.lines.map((line, index) => (
          <Text key={`${line.product ?? line.name ?? ''}#${index}`} size={1}>
            {joinText(line.name ?? line.product ?? 'Unknown', `${line.quantity} smallest steps`)}
          </Text>
        ))}
        {sale.output.notes !== undefined && (
          <Text muted size={1}>
            {sale.output.notes}
          </Text>
        )}
      </Stack>
    </Card>
  )
}

/** `undefined`, which the schema refuses, when `text` is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
