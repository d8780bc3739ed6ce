import {CreditCardIcon} from '@sanity/icons/CreditCard'
import {defineField, defineType} from 'sanity'
import {createMoneyFields, dayField, textField, timeField, weakField} from '../fields.ts'
import {actorField, commandField} from '../objects/parts.ts'
import {dayText, joinText, kindText, moneyText} from '../text.ts'
import {translated} from '../translated.ts'

export const PAYMENT_METHODS = [
  {title: 'Cash', value: 'cash'},
  {title: 'Card', value: 'card'},
  {title: 'UPI', value: 'upi'},
  {title: 'Bank transfer', value: 'bankTransfer'},
  {title: 'Other', value: 'other'},
  {title: 'Customer’s credit', value: 'customerCredit'},
]

export function createPaymentType(currency: string) {
  const {money, signedMoney} = createMoneyFields(currency)
  return defineType({
    name: 'payment',
    type: 'document',
    title: 'Payment',
    icon: CreditCardIcon,
    liveEdit: true,
    readOnly: true,
    description: 'Money that came in, or went back as a refund.',
    fields: [
      signedMoney('amount', {title: 'Amount', description: 'Negative for a refund.'}),
      defineField({
        name: 'method',
        type: 'string',
        title: 'Paid by',
        options: {list: PAYMENT_METHODS},
      }),
      money('change', {title: 'Change given', description: 'Handed back of the cash.'}),
      weakField('customer', ['user'], {
        title: 'Customer’s record',
        description: 'With neither bill nor credit note: kept as the customer’s credit.',
      }),
      weakField('bill', ['bill'], {title: 'Bill'}),
      weakField('creditNote', ['creditNote'], {title: 'Credit note'}),
      textField('reference', {title: 'Reference', description: 'Slip, cheque or transfer number.'}),
      dayField('day', {title: 'Day'}),
      timeField('at', {title: 'Time'}),
      actorField('by', 'Taken by'),
      commandField(),
    ],
    orderings: [
      {...translated('ordering.newest'), name: 'newest', by: [{field: 'at', direction: 'desc'}]},
    ],
    preview: {
      select: {amount: 'amount', method: 'method', bill: 'bill.number', day: 'day'},
      prepare: ({amount, method, bill, day}) => ({
        title: joinText(
          typeof amount === 'number' && amount < 0 ? 'Refund' : 'Payment',
          moneyText(amount, currency),
        ),
        subtitle: joinText(kindText(method, PAYMENT_METHODS), bill, dayText(day)),
      }),
    },
  })
}
