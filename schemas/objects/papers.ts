import {defineField} from 'sanity'
import {textField} from '../fields.ts'
import {sentence} from '../validation/sentences.ts'

/** What stands on printed bills, receipts and statements. */
export function papersField() {
  return defineField({
    name: 'papers',
    type: 'object',
    title: 'Printed papers',
    description: 'Stands on bills, receipts and statements. Leave empty what you do not need.',
    group: 'papers',
    fields: [
      defineField({name: 'address', type: 'text', title: 'Address', rows: 3}),
      textField('taxId', {
        title: 'Your tax number',
        description: 'Such as a GSTIN or VAT number. With it, bills are titled “Tax invoice”.',
      }),
      textField('phone', {title: 'Phone'}),
      textField('email', {title: 'Email'}),
      defineField({
        name: 'footer',
        type: 'text',
        title: 'Below the totals',
        description: 'Terms, thanks, what the law asks for.',
        rows: 3,
      }),
      defineField({
        name: 'size',
        type: 'string',
        title: 'Receipts are printed on',
        options: {
          layout: 'radio',
          direction: 'horizontal',
          list: [
            {title: 'Roll, 80 mm', value: 'roll'},
            {title: 'A4', value: 'a4'},
          ],
        },
      }),
      defineField({
        name: 'upiId',
        type: 'string',
        title: 'UPI address',
        description: 'Such as shop@bank. An open bill then carries a QR code that pays it.',
        validation: (rule) =>
          rule
            .regex(/^[\w.-]{2,256}@[A-Za-z][\w.-]{1,63}$/, {name: 'UPI address'})
            .error(sentence('upi')),
      }),
    ],
  })
}
