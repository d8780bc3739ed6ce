import {TagIcon} from '@sanity/icons/Tag'
import {defineType} from 'sanity'
import {textField, weakField} from '../fields.ts'
import {titleText} from '../text.ts'

export const skuType = defineType({
  name: 'sku',
  type: 'document',
  title: 'Taken SKU',
  icon: TagIcon,
  liveEdit: true,
  readOnly: true,
  description: 'Keeps two products from getting one SKU.',
  fields: [textField('sku', {title: 'SKU'}), weakField('product', ['product'], {title: 'Product'})],
  preview: {
    select: {sku: 'sku', product: 'product.name'},
    prepare: ({sku, product}) => ({
      title: titleText(sku, 'SKU without a text'),
      subtitle: titleText(product, 'Product without a name'),
    }),
  },
})
