import {defineArrayMember, defineField} from 'sanity'
import {
  createMoneyFields,
  quantityField,
  rateField,
  signedQuantityField,
  textField,
  weakField,
} from '../fields.ts'
import {joinText, moneyText, quantityText, titleText} from '../text.ts'
import {unitField} from './parts.ts'

/**
 * The lines of a bill or credit note. Declared inline: a registered `billLine` type could not carry the credit note's
 * extra fields under the `_type` that operations write.
 */
export function linesField(currency: string, options: {credit: boolean}) {
  return defineField({
    name: 'lines',
    type: 'array',
    title: 'Lines',
    description: options.credit
      ? 'What came back or was credited.'
      : 'What was sold, with name, price and tax as they were at the sale.',
    group: 'lines',
    of: [
      defineArrayMember({
        type: 'object',
        name: 'billLine',
        title: 'Line',
        fields: [...lineFields(currency), ...(options.credit ? creditFields() : [])],
        preview: {
          select: {
            name: 'name',
            quantity: 'quantity',
            unit: 'unit.name',
            decimals: 'unit.decimals',
            price: 'unitPrice',
            total: 'total',
          },
          prepare: ({name, quantity, unit, decimals, price, total}) => ({
            title: titleText(name, 'Line without a name'),
            subtitle: joinText(
              `${quantityText(quantity, unit, decimals)} × ${moneyText(price, currency)}`,
              moneyText(total, currency),
            ),
          }),
        },
      }),
    ],
  })
}

function lineFields(currency: string) {
  const {money, signedMoney} = createMoneyFields(currency)
  return [
    textField('name', {title: 'Name'}),
    textField('sku', {title: 'SKU'}),
    weakField('product', ['product'], {
      title: 'Product',
      description: 'Empty for labour and fees.',
    }),
    unitField({readOnly: true}),
    quantityField('quantity', {title: 'Quantity'}),
    money('unitPrice', {title: 'Price per unit'}),
    money('gross', {title: 'Price × quantity'}),
    money('discount', {title: 'Discount on this line'}),
    money('billDiscount', {title: 'Share of the bill’s discount'}),
    rateField('taxRate', {title: 'Tax rate'}),
    money('net', {title: 'Without tax'}),
    money('tax', {title: 'Tax'}),
    money('total', {title: 'Line total'}),
    signedMoney('unitCost', {title: 'Cost per unit', description: 'Moving average at the sale.'}),
    signedMoney('cost', {title: 'Cost of the line'}),
    weakField('brand', ['brand'], {title: 'Brand'}),
    weakField('category', ['category'], {title: 'Category'}),
  ]
}

function creditFields() {
  return [
    defineField({
      name: 'restock',
      type: 'boolean',
      title: 'Back into stock',
      description: 'Off for goods that cannot be sold again.',
    }),
    textField('billLine', {title: 'Line of the bill'}),
  ]
}

/** How much of each line of a bill has been credited so far. */
export function creditedLinesField(currency: string) {
  const {money} = createMoneyFields(currency)
  return defineField({
    name: 'creditedLines',
    type: 'array',
    title: 'Credited lines',
    of: [
      defineArrayMember({
        type: 'object',
        title: 'Credited line',
        fields: [
          signedQuantityField('quantity', {title: 'Quantity', description: 'In smallest steps.'}),
          money('amount', {title: 'Amount'}),
        ],
        preview: {
          select: {quantity: 'quantity', amount: 'amount'},
          prepare: ({quantity, amount}) => ({
            title: moneyText(amount, currency),
            subtitle: quantityText(quantity, 'smallest steps', 0),
          }),
        },
      }),
    ],
  })
}
