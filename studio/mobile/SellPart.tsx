import {AddIcon} from '@sanity/icons/Add'
import {RemoveIcon} from '@sanity/icons/Remove'
import {Button, Card, Flex, Select, Stack, Text} from '@sanity/ui'
import {useId} from 'react'
import type {CartLine} from './cart.ts'
import {METHODS} from './cart.ts'
import {Outcome} from './Outcome.tsx'
import {ProductSearch} from './ProductSearch.tsx'
import {Row} from './Row.tsx'
import {useTexts} from './TextsContext.ts'
import {useFormat} from './useFormat.ts'
import {useSale} from './useSale.ts'

/** Find, add, take the money, issue. */
export function SellPart() {
  const {t} = useTexts()
  const sale = useSale()
  return (
    <Stack gap={3}>
      <ProductSearch onPick={({_id}) => sale.change(_id, 1)} />
      <Card border overflow="hidden" radius={3}>
        {sale.lines.length === 0 && <Row title={t('sell.empty')} />}
        {sale.lines.map((line) => (
          <Line key={line.product._id} line={line} onChange={sale.change} />
        ))}
      </Card>
      {sale.lines.length > 0 && <Checkout sale={sale} />}
      <Outcome outcome={sale.outcome} />
    </Stack>
  )
}

function Line({line, onChange}: {line: CartLine; onChange: (id: string, by: number) => void}) {
  const {t} = useTexts()
  const format = useFormat()
  const {product, units, quantity} = line
  const name = {name: product.name}
  return (
    <Card borderBottom padding={2} paddingLeft={3}>
      <Flex align="center" gap={2}>
        <Stack flex={1} gap={2} style={{minWidth: 0}}>
          <Text size={1} textOverflow="ellipsis" weight="medium">
            {product.name}
          </Text>
          <Text muted size={1}>
            {format.money(product.price * units)}
          </Text>
        </Stack>
        <Button
          aria-label={t('less', name)}
          icon={RemoveIcon}
          mode="ghost"
          onClick={() => onChange(product._id, -1)}
        />
        <Text size={1}>{format.quantity(quantity, product.unit)}</Text>
        <Button
          aria-label={t('more', name)}
          icon={AddIcon}
          mode="ghost"
          onClick={() => onChange(product._id, 1)}
        />
      </Flex>
    </Card>
  )
}

function Checkout({sale}: {sale: ReturnType<typeof useSale>}) {
  const {t} = useTexts()
  const format = useFormat()
  const id = useId()
  return (
    <Card border padding={3} radius={3}>
      <Stack gap={4}>
        <Flex align="center" justify="space-between">
          <Text size={2} weight="semibold">
            {t('total')}
          </Text>
          <Stack gap={2}>
            <Text align="right" data-testid="mobile-total" size={2} weight="semibold">
              {format.money(sale.totals.total)}
            </Text>
            <Text align="right" muted size={1}>
              {t('tax', {amount: format.money(sale.totals.tax)})}
            </Text>
          </Stack>
        </Flex>
        <Flex align="center" gap={3}>
          <Text as="label" htmlFor={id} size={1} style={{whiteSpace: 'nowrap'}}>
            {t('paid')}
          </Text>
          <Select
            id={id}
            onChange={({currentTarget: {value}}) => {
              const method = METHODS.find((known) => known === value)
              if (method !== undefined) sale.setMethod(method)
            }}
            value={sale.method}
          >
            {METHODS.map((method) => (
              <option key={method} value={method}>
                {t(`paid.${method}`)}
              </option>
            ))}
          </Select>
        </Flex>
        <Button
          disabled={sale.working}
          fontSize={2}
          loading={sale.working}
          onClick={() => void sale.issue()}
          padding={4}
          text={sale.working ? t('working') : t('issue')}
        />
      </Stack>
    </Card>
  )
}
