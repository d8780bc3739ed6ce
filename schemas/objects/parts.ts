import {defineArrayMember, defineField} from 'sanity'
import {createMoneyFields, rateField, textField, timeField} from '../fields.ts'
import {moneyText, rateText} from '../text.ts'
import {fixedDecimals} from '../validation/fixedUnit.ts'

/** How a product is counted; a snapshot of it stands on every line and level. */
export function unitField(options: {readOnly: boolean; group?: string[]}) {
  return defineField({
    name: 'unit',
    type: 'object',
    title: 'Unit',
    description: 'How this is counted and priced: pieces, metres, kilograms, hours.',
    group: options.group,
    options: {columns: 2},
    readOnly: options.readOnly,
    initialValue: options.readOnly ? undefined : {name: 'pcs', decimals: 0},
    validation: (rule) => (options.readOnly ? rule : rule.required()),
    fields: [
      defineField({
        name: 'name',
        type: 'string',
        title: 'Unit name',
        description: 'As printed on bills: pcs, m, kg, h.',
        validation: (rule) => (options.readOnly ? rule : rule.required().max(12)),
      }),
      defineField({
        name: 'decimals',
        type: 'number',
        title: 'Sold in parts',
        description: 'Fixed once there is stock.',
        options: {
          list: [
            {title: 'Whole units only', value: 0},
            {title: 'Tenths (0.1)', value: 1},
            {title: 'Hundredths (0.01)', value: 2},
            {title: 'Thousandths (0.001)', value: 3},
          ],
        },
        validation: (rule) =>
          options.readOnly
            ? rule
            : [rule.required().integer().min(0).max(3), rule.custom(fixedDecimals)],
      }),
    ],
  })
}

/** A Sanity user who did something, with the name as it was then. */
export function actorField(name: string, title: string) {
  return defineField({
    name,
    type: 'object',
    title,
    options: {columns: 2},
    fields: [
      textField('name', {title: 'Name'}),
      textField('id', {title: 'Account', description: 'The login that did it.'}),
    ],
  })
}

/** Ids of the ledger entries written with a document. */
export function entriesField() {
  return defineField({
    name: 'entries',
    type: 'array',
    title: 'Stock movements',
    description: 'Ids of the ledger entries that were written with it.',
    of: [defineArrayMember({type: 'string'})],
  })
}

/** The proof that a command has been carried out once. */
export function commandField() {
  return defineField({
    name: 'command',
    type: 'object',
    title: 'Command',
    description: 'How the shop recognises a repeated request, so that nothing is done twice.',
    options: {collapsible: true, collapsed: true},
    fields: [
      textField('operation', {title: 'Operation'}),
      textField('key', {title: 'Key'}),
      textField('hash', {title: 'Content'}),
    ],
  })
}

/** Who put a document right that only repeats what others say. */
export function correctionField() {
  return defineField({
    name: 'correction',
    type: 'object',
    title: 'Corrected',
    description: 'Empty unless it was changed by hand and made to follow from its documents again.',
    options: {collapsible: true, collapsed: true},
    fields: [
      timeField('at', {title: 'When'}),
      actorField('by', 'Who'),
      textField('reason', {title: 'What it had said'}),
      commandField(),
    ],
  })
}

/** On documents that editors write too: kept, and never shown. */
export function hiddenCommandField() {
  return defineField({...commandField(), hidden: true, readOnly: true})
}

export function totalsField(currency: string) {
  const {money, signedMoney} = createMoneyFields(currency)
  return defineField({
    name: 'totals',
    type: 'object',
    title: 'Totals',
    options: {columns: 2},
    fields: [
      money('gross', {title: 'Before discount'}),
      money('discount', {title: 'Discount'}),
      money('net', {title: 'Without tax'}),
      money('tax', {title: 'Tax'}),
      signedMoney('rounding', {title: 'Rounding'}),
      money('total', {title: 'Total'}),
      signedMoney('cost', {title: 'Cost of goods'}),
      defineField({name: 'taxIncluded', type: 'boolean', title: 'Prices contain the tax'}),
      defineField({
        name: 'taxes',
        type: 'array',
        title: 'Tax by rate',
        of: [taxAmount(currency)],
      }),
    ],
  })
}

/** No name on purpose: operations store these rows without a `_type`. */
function taxAmount(currency: string) {
  const {money} = createMoneyFields(currency)
  return defineArrayMember({
    type: 'object',
    title: 'Tax at one rate',
    fields: [
      rateField('rate', {title: 'Rate'}),
      money('base', {title: 'Taxed amount'}),
      money('tax', {title: 'Tax'}),
    ],
    preview: {
      select: {rate: 'rate', tax: 'tax'},
      prepare: ({rate, tax}) => ({title: rateText(rate), subtitle: moneyText(tax, currency)}),
    },
  })
}
