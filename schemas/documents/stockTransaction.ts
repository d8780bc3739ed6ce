import {TransferIcon} from '@sanity/icons/Transfer'
import {defineField, defineType} from 'sanity'
import {
  countField,
  createMoneyFields,
  dayField,
  signedQuantityField,
  textField,
  timeField,
  weakField,
} from '../fields.ts'
import {actorField, commandField, unitField} from '../objects/parts.ts'
import {dayText, joinText, kindText, quantityText, signedQuantityText, titleText} from '../text.ts'
import {translated} from '../translated.ts'

export const STOCK_KINDS = [
  {title: 'Opening stock', value: 'opening'},
  {title: 'Purchase', value: 'purchase'},
  {title: 'Return to supplier', value: 'supplierReturn'},
  {title: 'Sale', value: 'sale'},
  {title: 'Customer return', value: 'return'},
  {title: 'Adjustment', value: 'adjustment'},
  {title: 'Damage', value: 'damage'},
  {title: 'Count', value: 'count'},
  {title: 'Void', value: 'void'},
]

export function createStockTransactionType(currency: string) {
  const {money, signedMoney} = createMoneyFields(currency)
  return defineType({
    name: 'stockTransaction',
    type: 'document',
    title: 'Stock movement',
    icon: TransferIcon,
    liveEdit: true,
    readOnly: true,
    description: 'One entry of the stock ledger. Entries are added, never changed.',
    fields: [
      textField('productName', {title: 'Product', description: 'The name at that time.'}),
      textField('sku', {title: 'SKU'}),
      weakField('product', ['product'], {title: 'Product’s record'}),
      defineField({name: 'kind', type: 'string', title: 'Kind', options: {list: STOCK_KINDS}}),
      signedQuantityField('quantity', {title: 'Quantity', description: 'Negative: went out.'}),
      signedQuantityField('balanceAfter', {title: 'On hand afterwards'}),
      unitField({readOnly: true}),
      textField('reason', {title: 'Reason'}),
      weakField('source', ['bill', 'creditNote', 'stockOperation'], {title: 'Because of'}),
      money('unitCost', {title: 'Cost per unit'}),
      signedMoney('value', {title: 'Change of stock value'}),
      dayField('day', {title: 'Day'}),
      timeField('occurredAt', {title: 'Happened at'}),
      countField('sequence', {title: 'Number in the product’s ledger'}),
      actorField('actor', 'Who'),
      commandField(),
    ],
    orderings: [
      {
        ...translated('ordering.newest'),
        name: 'newest',
        by: [{field: 'occurredAt', direction: 'desc'}],
      },
      {
        ...translated('ordering.ledger'),
        name: 'ledger',
        by: [{field: 'sequence', direction: 'asc'}],
      },
    ],
    preview: {
      select: {
        name: 'productName',
        kind: 'kind',
        quantity: 'quantity',
        balance: 'balanceAfter',
        unit: 'unit.name',
        decimals: 'unit.decimals',
        source: 'source.label',
        day: 'day',
      },
      prepare: ({name, kind, quantity, balance, unit, decimals, source, day}) => ({
        title: joinText(
          signedQuantityText(quantity, unit, decimals),
          titleText(name, 'Product without a name'),
        ),
        subtitle: joinText(
          kindText(kind, STOCK_KINDS),
          source === kindText(kind, STOCK_KINDS) ? undefined : source,
          `${quantityText(balance, unit, decimals)} left`,
          dayText(day),
        ),
      }),
    },
  })
}
