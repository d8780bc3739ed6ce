import {CogIcon} from '@sanity/icons/Cog'
import {defineField, defineType} from 'sanity'
import {resolveOptions, type ShopOptions} from '../../plugin/domain/options.ts'
import {createMoneyFields, rateField} from '../fields.ts'
import {FixedOnceSoldInput} from '../inputs/FixedOnceSoldInput.tsx'
import {checkCurrency, checkPattern, checkTimeZone} from '../validation/settings.ts'
import {approvalsField, rolesField} from '../objects/authority.ts'
import {papersField} from '../objects/papers.ts'
import {joinText} from '../text.ts'
import {translated} from '../translated.ts'

export function createShopSettingsType(options: ShopOptions) {
  const first = resolveOptions(options)
  return defineType({
    name: 'shopSettings',
    type: 'document',
    title: 'Settings',
    icon: CogIcon,
    liveEdit: true,
    description: 'How the shop counts money, tax, days and numbers. Changes are saved at once.',
    initialValue: {...first},
    groups: [
      {name: 'shop', ...translated('group.shop'), default: true},
      {name: 'selling', ...translated('group.selling')},
      {name: 'numbers', ...translated('group.numbers')},
      {name: 'papers', ...translated('group.papers')},
      {name: 'people', ...translated('group.people')},
    ],
    fields: [
      ...shopFields(),
      ...sellingFields(first.currency),
      seriesField(),
      papersField(),
      rolesField(),
      approvalsField(first.currency),
    ],
    preview: {
      select: {name: 'name', currency: 'currency', timeZone: 'timeZone'},
      prepare: ({name, currency, timeZone}) => ({
        title: typeof name === 'string' && name !== '' ? name : 'Shop settings',
        subtitle: joinText(currency, timeZone),
      }),
    },
  })
}

function shopFields() {
  return [
    defineField({
      name: 'name',
      type: 'string',
      title: 'Name of the shop',
      description: 'Printed on bills.',
      group: 'shop',
    }),
    defineField({
      name: 'currency',
      type: 'string',
      title: 'Currency',
      description: 'Three letters, such as INR. Fixed once a bill exists.',
      group: 'shop',
      components: {input: FixedOnceSoldInput},
      validation: (rule) => [rule.required(), rule.custom(checkCurrency)],
    }),
    defineField({
      name: 'timeZone',
      type: 'string',
      title: 'Time zone',
      description: 'Decides when a day ends, such as Asia/Kolkata. Fixed once a bill exists.',
      group: 'shop',
      components: {input: FixedOnceSoldInput},
      validation: (rule) => [rule.required(), rule.custom(checkTimeZone)],
    }),
  ]
}

function sellingFields(currency: string) {
  const {requiredMoney} = createMoneyFields(currency)
  return [
    defineField({
      name: 'tax',
      type: 'object',
      title: 'Tax',
      group: 'selling',
      fields: [
        rateField('defaultRate', {
          title: 'Usual rate',
          description: 'For products without a rate of their own.',
        }),
        defineField({name: 'included', type: 'boolean', title: 'Prices contain the tax'}),
        defineField({
          name: 'rounding',
          type: 'string',
          title: 'Tax is rounded',
          options: {
            list: [
              {title: 'On every line', value: 'line'},
              {title: 'On the whole bill', value: 'bill'},
            ],
          },
          validation: (rule) => rule.required(),
        }),
      ],
    }),
    defineField({
      name: 'stockPolicy',
      type: 'string',
      title: 'When something runs out',
      group: 'selling',
      options: {
        list: [
          {title: 'Refuse to sell', value: 'deny'},
          {title: 'Sell anyway, stock goes negative', value: 'allow'},
        ],
      },
      validation: (rule) => rule.required(),
    }),
    requiredMoney('cashRounding', 1, 'coin', {
      title: 'Totals are rounded to',
      description: 'The smallest amount you settle: 0.01 rounds nothing, 1.00 gives whole rupees.',
      group: 'selling',
    }),
    defineField({
      name: 'paymentTermDays',
      type: 'number',
      title: 'Days to pay',
      description: 'When a bill does not say otherwise; 0 is due on the day itself.',
      group: 'selling',
      validation: (rule) => rule.required().integer().min(0).max(3650),
    }),
    creditPolicyField(),
  ]
}

function creditPolicyField() {
  return defineField({
    name: 'creditPolicy',
    type: 'string',
    title: 'Beyond a customer’s credit limit',
    group: 'selling',
    options: {
      list: [
        {title: 'Warn, and sell', value: 'warn'},
        {title: 'Only an administrator may sell', value: 'approve'},
        {title: 'Refuse to sell', value: 'refuse'},
      ],
    },
  })
}

function seriesField() {
  return defineField({
    name: 'series',
    type: 'object',
    title: 'Number patterns',
    description:
      'With {year} numbering begins again each year. {sequence:4} has at least four digits; {series} is the till’s own series.',
    group: 'numbers',
    fields: [
      defineField({
        name: 'bill',
        type: 'string',
        title: 'Bills',
        validation: (rule) => [rule.required(), rule.custom(checkPattern)],
      }),
      defineField({
        name: 'creditNote',
        type: 'string',
        title: 'Credit notes',
        validation: (rule) => [rule.required(), rule.custom(checkPattern)],
      }),
    ],
  })
}
