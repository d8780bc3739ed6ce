import {PackageIcon} from '@sanity/icons/Package'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {createMoneyFields, quantityField, rateField} from '../fields.ts'
import {hiddenCommandField, unitField} from '../objects/parts.ts'
import {specificationsField} from '../objects/specifications.ts'
import {joinText, moneyText, titleText} from '../text.ts'
import {checkBarcode} from '../validation/barcode.ts'
import {uniqueValue} from '../validation/unique.ts'
import {translated} from '../translated.ts'

/** No stock and no cost: publishing an old draft would bring back old numbers. Both stand on `stockLevel`. */
export function createProductType(currency: string) {
  return defineType({
    name: 'product',
    type: 'document',
    title: 'Product',
    icon: PackageIcon,
    description: 'Something the shop sells: goods or a service.',
    groups: [
      {name: 'product', ...translated('group.product'), default: true},
      {name: 'price', ...translated('group.price')},
      {name: 'stock', ...translated('group.stock')},
      {name: 'details', ...translated('group.details')},
    ],
    fields: [
      ...identityFields(),
      ...priceFields(currency),
      ...stockFields(),
      ...detailFields(),
      hiddenCommandField(),
    ],
    orderings: [
      {...translated('ordering.name'), name: 'name', by: [{field: 'name', direction: 'asc'}]},
      {...translated('ordering.sku'), name: 'sku', by: [{field: 'sku', direction: 'asc'}]},
      {...translated('ordering.cheapest'), name: 'price', by: [{field: 'price', direction: 'asc'}]},
      {
        ...translated('ordering.dearest'),
        name: 'priceDesc',
        by: [{field: 'price', direction: 'desc'}],
      },
    ],
    preview: {
      select: {
        name: 'name',
        sku: 'sku',
        price: 'price',
        unit: 'unit.name',
        isActive: 'isActive',
        media: 'images.0',
      },
      prepare: ({name, sku, price, unit, isActive, media}) => ({
        title: titleText(name, 'Product without a name'),
        subtitle: joinText(
          isActive === false ? 'Inactive' : undefined,
          sku,
          `${moneyText(price, currency)}${typeof unit === 'string' ? ` / ${unit}` : ''}`,
        ),
        media,
      }),
    },
  })
}

function identityFields() {
  return [
    defineField({
      name: 'name',
      type: 'string',
      title: 'Name',
      description: 'As it stands on the bill.',
      group: 'product',
      validation: (rule) => rule.required().max(200),
    }),
    defineField({
      name: 'sku',
      type: 'string',
      title: 'SKU',
      description: 'Your own code for it. No two products share one.',
      group: 'product',
      validation: (rule) => [rule.required(), rule.custom(uniqueValue('sku'))],
    }),
    defineField({
      name: 'barcode',
      type: 'string',
      title: 'Barcode',
      description: 'Scan it into this field.',
      group: 'product',
      validation: (rule) => [rule.custom(checkBarcode), rule.custom(uniqueValue('barcode'))],
    }),
    defineField({
      name: 'brand',
      type: 'reference',
      title: 'Brand',
      group: 'product',
      to: [{type: 'brand'}],
    }),
    defineField({
      name: 'category',
      type: 'reference',
      title: 'Category',
      group: 'product',
      to: [{type: 'category'}],
    }),
    defineField({
      name: 'isActive',
      type: 'boolean',
      title: 'On sale',
      description: 'Off: kept for old bills, offered no more.',
      group: 'product',
      initialValue: true,
    }),
  ]
}

function priceFields(currency: string) {
  const {requiredMoney} = createMoneyFields(currency)
  return [
    requiredMoney('price', 0, 'price', {
      title: 'Price',
      description: 'For one whole unit.',
      group: ['product', 'price'],
    }),
    rateField('taxRate', {
      title: 'Tax rate',
      description: 'Empty: the shop’s usual rate.',
      group: 'price',
    }),
    unitField({readOnly: false, group: ['price', 'stock']}),
  ]
}

function stockFields() {
  return [
    defineField({
      name: 'trackStock',
      type: 'boolean',
      title: 'Counted in stock',
      description: 'Off for services such as repairs: they never run out.',
      group: 'stock',
      initialValue: true,
    }),
    quantityField('reorderLevel', {
      title: 'Reorder at',
      description: 'At this quantity or less, the product counts as low.',
      group: 'stock',
    }),
    quantityField('reorderQuantity', {
      title: 'Order this many',
      description: 'What you usually buy at once.',
      group: 'stock',
    }),
    defineField({
      name: 'stockPolicy',
      type: 'string',
      title: 'When it runs out',
      description: 'Empty: as the shop’s settings say.',
      group: 'stock',
      options: {
        list: [
          {title: 'Refuse to sell', value: 'deny'},
          {title: 'Sell anyway, stock goes negative', value: 'allow'},
        ],
      },
    }),
  ]
}

function detailFields() {
  return [
    defineField({
      name: 'slug',
      type: 'slug',
      title: 'Web address',
      description: 'The last part of the product’s address in a web shop.',
      group: 'details',
      options: {source: 'name', maxLength: 96},
    }),
    defineField({
      name: 'images',
      type: 'array',
      title: 'Pictures',
      group: 'details',
      of: [defineArrayMember({type: 'image', options: {hotspot: true}})],
    }),
    defineField({
      name: 'description',
      type: 'text',
      title: 'Description',
      rows: 4,
      group: 'details',
    }),
    specificationsField(),
  ]
}
