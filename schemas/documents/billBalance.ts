import {CreditCardIcon} from '@sanity/icons/CreditCard'
import {defineField, defineType} from 'sanity'
import {createMoneyFields, dayField, textField, timeField, weakField} from '../fields.ts'
import {creditedLinesField} from '../objects/line.ts'
import {actorField, commandField, correctionField, entriesField} from '../objects/parts.ts'
import {PAYMENT_METHODS} from './payment.ts'
import {dayText, joinText, moneyText, titleText} from '../text.ts'
import {translated} from '../translated.ts'

export function createBillBalanceType(currency: string) {
  const {money, signedMoney} = createMoneyFields(currency)
  return defineType({
    name: 'billBalance',
    type: 'document',
    title: 'Bill balance',
    icon: CreditCardIcon,
    liveEdit: true,
    readOnly: true,
    description: 'What is still owed on one bill. Payments, credits and voids move it.',
    fields: [
      textField('number', {title: 'Bill number'}),
      weakField('bill', ['bill'], {title: 'Bill'}),
      textField('customerName', {title: 'Customer'}),
      weakField('customer', ['user'], {title: 'Customer’s record'}),
      dayField('day', {title: 'Day of the sale'}),
      dayField('dueDate', {title: 'Due on'}),
      money('total', {title: 'Total'}),
      signedMoney('paid', {title: 'Paid', description: 'Payments less refunds.'}),
      defineField({
        name: 'paidByMethod',
        type: 'object',
        title: 'Paid by',
        options: {columns: 2},
        fields: PAYMENT_METHODS.map(({title, value}) => signedMoney(value, {title})),
      }),
      money('credited', {title: 'Credited'}),
      signedMoney('balance', {
        title: 'Still owed',
        description: 'Total less paid less credited; nothing once the bill is void.',
      }),
      creditedLinesField(currency),
      defineField({
        name: 'void',
        type: 'object',
        title: 'Void',
        description: 'Empty unless the bill was cancelled.',
        fields: [
          timeField('at', {title: 'When'}),
          actorField('by', 'Who'),
          textField('reason', {title: 'Why'}),
          entriesField(),
          commandField(),
        ],
      }),
      correctionField(),
    ],
    orderings: [
      {...translated('ordering.due'), name: 'due', by: [{field: 'dueDate', direction: 'asc'}]},
      {...translated('ordering.owed'), name: 'owed', by: [{field: 'balance', direction: 'desc'}]},
    ],
    preview: {
      select: {
        number: 'number',
        customer: 'customerName',
        balance: 'balance',
        due: 'dueDate',
        voidedAt: 'void.at',
      },
      prepare: ({number, customer, balance, due, voidedAt}) => ({
        title: joinText(titleText(number, 'Bill without a number'), titleText(customer, 'Walk-in')),
        subtitle: balanceText({balance, due, voidedAt}, currency),
      }),
    },
  })
}

function balanceText(
  {balance, due, voidedAt}: {balance: unknown; due: unknown; voidedAt: unknown},
  currency: string,
): string {
  if (typeof voidedAt === 'string') return `Void since ${dayText(voidedAt)}`
  if (balance === 0) return 'Settled'
  return joinText(`${moneyText(balance, currency)} owed`, `due ${dayText(due)}`)
}
