import {StackIcon} from '@sanity/icons/Stack'
import {defineField, defineType} from 'sanity'
import {
  createMoneyFields,
  countField,
  signedQuantityField,
  textField,
  timeField,
} from '../fields.ts'
import {actorField, unitField} from '../objects/parts.ts'
import {joinText, moneyText, quantityText, titleText} from '../text.ts'
import {STOCK_KINDS} from './stockTransaction.ts'
import {translated} from '../translated.ts'

export function createStockLevelType(currency: string) {
  const {signedMoney} = createMoneyFields(currency)
  return defineType({
    name: 'stockLevel',
    type: 'document',
    title: 'Stock level',
    icon: StackIcon,
    liveEdit: true,
    readOnly: true,
    description: 'What is on the shelf: the sum of the product’s stock movements.',
    fields: [
      defineField({
        name: 'product',
        type: 'reference',
        title: 'Product',
        description: 'A product with stock cannot be deleted.',
        to: [{type: 'product'}],
      }),
      signedQuantityField('onHand', {title: 'On hand'}),
      unitField({readOnly: true}),
      signedMoney('value', {title: 'Value', description: 'What it cost, as a moving average.'}),
      signedMoney('unitCost', {
        title: 'Cost per unit',
        description: 'Moving average, or the last one known.',
      }),
      countField('sequence', {title: 'Movements so far'}),
      defineField({
        name: 'lastCount',
        type: 'object',
        title: 'Last counted',
        options: {columns: 2},
        fields: [
          timeField('countedAt', {title: 'When'}),
          countField('sequence', {title: 'After movement'}),
        ],
      }),
      defineField({
        name: 'lastEntry',
        type: 'object',
        title: 'Last movement',
        options: {columns: 2},
        fields: [
          defineField({
            name: 'kind',
            type: 'string',
            title: 'Kind',
            options: {list: STOCK_KINDS},
          }),
          signedQuantityField('quantity', {title: 'Quantity'}),
          timeField('at', {title: 'When'}),
          textField('source', {title: 'Source'}),
          actorField('by', 'Who'),
        ],
      }),
    ],
    orderings: [
      {...translated('ordering.least'), name: 'least', by: [{field: 'onHand', direction: 'asc'}]},
      {
        ...translated('ordering.most-valuable'),
        name: 'value',
        by: [{field: 'value', direction: 'desc'}],
      },
      {
        ...translated('ordering.last-moved'),
        name: 'moved',
        by: [{field: '_updatedAt', direction: 'desc'}],
      },
    ],
    preview: {
      select: {
        name: 'product.name',
        onHand: 'onHand',
        unit: 'unit.name',
        decimals: 'unit.decimals',
        value: 'value',
        media: 'product.images.0',
      },
      prepare: ({name, onHand, unit, decimals, value, media}) => ({
        title: titleText(name, 'Deleted product'),
        subtitle: joinText(
          `${quantityText(onHand, unit, decimals)} on hand`,
          moneyText(value, currency),
        ),
        media,
      }),
    },
  })
}
