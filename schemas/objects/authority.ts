import {defineArrayMember, defineField} from 'sanity'
import {createMoneyFields, rateField} from '../fields.ts'

const ROLES = [
  {name: 'administrator', title: 'Administrators', description: 'May do everything.'},
  {name: 'editor', title: 'Editors', description: 'Keep products, brands and categories.'},
  {name: 'cashier', title: 'Cashiers', description: 'Sell, take payments and move stock.'},
  {name: 'viewer', title: 'Viewers', description: 'Only look.'},
]

/** Which Sanity roles act as which role of the shop. */
export function rolesField() {
  return defineField({
    name: 'roles',
    type: 'object',
    title: 'Roles',
    description: 'Names of Sanity roles that act as each role of the shop.',
    group: 'people',
    fields: ROLES.map(({name, title, description}) =>
      defineField({
        name,
        type: 'array',
        title,
        description,
        of: [defineArrayMember({type: 'string'})],
        options: {layout: 'tags'},
      }),
    ),
  })
}

/** What only an administrator may do; empty rules ask for nothing. */
export function approvalsField(currency: string) {
  const {money} = createMoneyFields(currency)
  return defineField({
    name: 'approvals',
    type: 'object',
    title: 'Only an administrator may',
    group: 'people',
    fields: [
      rateField('discountOver', {title: 'Give a discount of more than'}),
      money('lossOver', {
        title: 'Take goods away worth more than',
        description: 'By an adjustment, as damage or in a count; at cost.',
      }),
      defineField({name: 'void', type: 'boolean', title: 'Cancel a bill'}),
      defineField({name: 'refund', type: 'boolean', title: 'Pay money back'}),
      defineField({name: 'belowCost', type: 'boolean', title: 'Sell below cost'}),
    ],
  })
}
