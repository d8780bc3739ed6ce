import {Card, Stack, Text} from '@sanity/ui'
import type {StringInputProps} from 'sanity'
import {
  array,
  looseObject,
  number,
  object,
  optional,
  parseJson,
  pipe,
  safeParse,
  string,
  transform,
  union,
} from 'valibot'
import {joinText} from '../text.ts'

const line = looseObject({
  product: optional(string()),
  name: optional(string()),
  quantity: union([number(), string()]),
})
const completeSale = looseObject({notes: optional(string()), lines: array(line)})
/** Not complete yet: the form as it was typed. */
const typedSale = pipe(
  object({typed: pipe(string(), parseJson(), completeSale)}),
  transform(({typed}) => typed),
)
const parkedSale = pipe(string(), parseJson(), union([typedSale, completeSale]))

/** The parked sale, one line a product; its text when it cannot be read. */
export function ParkedSaleInput({value}: StringInputProps) {
  const sale = safeParse(parkedSale, value)
  if (!sale.success) return <Text size={1}>{value ?? 'Nothing in it.'}</Text>
  const {lines, notes} = sale.output
  return (
    <Card border padding={3} radius={2}>
      <Stack gap={3}>
        {lines.map(({product, name, quantity}, index) => (
          <Text key={`${product ?? name ?? ''}#${index}`} size={1}>
            {joinText(name ?? product ?? 'Unknown', wordsOf(quantity))}
          </Text>
        ))}
        {notes !== undefined && notes !== '' && (
          <Text muted size={1}>
            {notes}
          </Text>
        )}
      </Stack>
    </Card>
  )
}

const wordsOf = (quantity: number | string): string =>
  typeof quantity === 'number' ? `${quantity} smallest steps` : quantity
