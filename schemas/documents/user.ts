import {UserIcon} from '@sanity/icons/User'
import {defineField, defineType} from 'sanity'
import {createMoneyFields} from '../fields.ts'
import {hiddenCommandField} from '../objects/parts.ts'
import {joinText, titleText} from '../text.ts'
import {translated} from '../translated.ts'
import {sentence} from '../validation/sentences.ts'

/** Never a password, PIN or secret: who may log in is Sanity's affair. */
export function createUserType(currency: string) {
  const {money} = createMoneyFields(currency)
  return defineType({
    name: 'user',
    type: 'document',
    title: 'Customer',
    icon: UserIcon,
    liveEdit: true,
    description: 'A customer or an administrator of the shop. Changes are saved at once.',
    groups: [
      {name: 'person', ...translated('group.person'), default: true},
      {name: 'money', ...translated('group.money')},
    ],
    fields: [
      defineField({
        name: 'name',
        type: 'string',
        title: 'Name',
        description: 'As it stands on bills.',
        group: 'person',
        validation: (rule) => rule.required().max(120),
      }),
      defineField({
        name: 'role',
        type: 'string',
        title: 'Role',
        group: 'person',
        initialValue: 'customer',
        options: {
          layout: 'radio',
          direction: 'horizontal',
          list: [
            {title: 'Customer', value: 'customer'},
            {title: 'Administrator', value: 'admin'},
          ],
        },
        validation: (rule) => rule.required(),
      }),
      defineField({
        name: 'phone',
        type: 'string',
        title: 'Phone',
        group: 'person',
        validation: (rule) =>
          rule.regex(/^\+?[\d ()./-]{4,24}$/, {name: 'phone number'}).error(sentence('phone')),
      }),
      defineField({
        name: 'email',
        type: 'string',
        title: 'Email',
        group: 'person',
        validation: (rule) => rule.email(),
      }),
      defineField({name: 'address', type: 'text', title: 'Address', rows: 3, group: 'person'}),
      defineField({name: 'notes', type: 'text', title: 'Notes', rows: 3, group: 'person'}),
      defineField({
        name: 'isActive',
        type: 'boolean',
        title: 'Active',
        description: 'Off: kept for old bills, offered no more.',
        group: 'person',
        initialValue: true,
      }),
      defineField({
        name: 'taxId',
        type: 'string',
        title: 'Tax number',
        description: 'Such as a GSTIN or VAT number, printed on bills.',
        group: 'money',
        validation: (rule) => rule.max(32),
      }),
      money('creditLimit', {
        title: 'Credit limit',
        description: 'How much may stay unpaid. Empty: no limit set.',
        group: 'money',
      }),
      defineField({
        name: 'paymentTermDays',
        type: 'number',
        title: 'Days to pay',
        description: 'Until this customer’s bills are due. Empty: as the shop’s settings say.',
        group: 'money',
        validation: (rule) => rule.integer().min(0).max(3650),
      }),
      hiddenCommandField(),
    ],
    orderings: [
      {...translated('ordering.name'), name: 'name', by: [{field: 'name', direction: 'asc'}]},
    ],
    preview: {
      select: {name: 'name', role: 'role', phone: 'phone', isActive: 'isActive'},
      prepare: ({name, role, phone, isActive}) => ({
        title: titleText(name, 'Customer without a name'),
        subtitle: joinText(
          isActive === false ? 'Inactive' : undefined,
          role === 'admin' ? 'Administrator' : undefined,
          phone,
        ),
      }),
    },
  })
}
