import {CalendarIcon} from '@sanity/icons/Calendar'
import {defineField, defineType} from 'sanity'
import {countField, createMoneyFields, dayField} from '../fields.ts'
import {createSumsInput, type SumLabels} from '../inputs/SumsInput.tsx'
import {correctionField} from '../objects/parts.ts'
import {joinText, moneyText, titleText} from '../text.ts'
import {translated} from '../translated.ts'

export function createDaySummaryType(currency: string) {
  const {money, signedMoney} = createMoneyFields(currency)
  return defineType({
    name: 'daySummary',
    type: 'document',
    title: 'Day',
    icon: CalendarIcon,
    liveEdit: true,
    readOnly: true,
    description: 'What one day brought, kept up to date by every bill, payment and credit note.',
    groups: [
      {name: 'day', ...translated('group.day'), default: true},
      {name: 'parts', ...translated('group.parts')},
    ],
    fields: [
      dayField('day', {title: 'Day', group: 'day'}),
      countField('bills', {title: 'Bills', group: 'day'}),
      money('sales', {title: 'Sales', group: 'day'}),
      countField('creditNotes', {title: 'Credit notes', group: 'day'}),
      money('credits', {title: 'Credited', group: 'day'}),
      signedMoney('tax', {title: 'Tax', description: 'Of bills less credit notes.', group: 'day'}),
      signedMoney('cost', {
        title: 'Cost of goods',
        description: 'Less what came back into stock.',
        group: 'day',
      }),
      sumsField('byHour', 'Sales by hour', 'hour', currency),
      sumsField('byMethod', 'Money in by way of payment', 'method', currency),
      sumsField('byCategory', 'Sales by category', 'category', currency),
      sumsField('byBrand', 'Sales by brand', 'brand', currency),
      {...correctionField(), group: 'day'},
    ],
    orderings: [
      {...translated('ordering.newest'), name: 'newest', by: [{field: 'day', direction: 'desc'}]},
    ],
    preview: {
      select: {day: 'day', bills: 'bills', sales: 'sales'},
      prepare: ({day, bills, sales}) => ({
        title: titleText(day, 'Day without a date'),
        subtitle: joinText(
          `${Number.isInteger(bills) ? bills : 0} ${bills === 1 ? 'bill' : 'bills'}`,
          moneyText(sales ?? 0, currency),
        ),
      }),
    },
  })
}

/**
 * An open map: its keys are known only when sold. An object type needs one declared field, and must not hide it: the form
 * leaves out an object whose fields are all hidden.
 */
function sumsField(name: string, title: string, labels: SumLabels, currency: string) {
  return defineField({
    name,
    type: 'object',
    title,
    group: 'parts',
    components: {input: createSumsInput(labels, currency)},
    fields: [defineField({name: 'none', type: 'number'})],
  })
}
