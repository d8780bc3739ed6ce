import {defineField} from 'sanity'
import {createMoneyInput} from './inputs/createMoneyInput.tsx'
import {QuantityInput, RateInput} from './inputs/QuantityInput.tsx'
import {sentence} from './validation/sentences.ts'
import type {SentenceKey} from './validation/sentences.ts'

interface FieldText {
  title: string
  description?: string
  group?: string | string[]
  fieldset?: string
}

/** Builders of money fields for one currency: prices are never negative, balances and corrections may be. */
export function createMoneyFields(currency: string) {
  const MoneyInput = createMoneyInput(currency)
  const SignedMoneyInput = createMoneyInput(currency, {allowNegative: true})
  return {
    /** Minor units ≥ 0. */
    money: (name: string, text: FieldText) =>
      defineField({
        name,
        type: 'number',
        ...text,
        components: {input: MoneyInput},
        validation: (rule) => rule.integer().min(0).error(sentence('amount')),
      }),
    /** Minor units that must be given; `wanted` names the sentence that says what. */
    requiredMoney: (name: string, min: number, wanted: SentenceKey, text: FieldText) =>
      defineField({
        name,
        type: 'number',
        ...text,
        components: {input: MoneyInput},
        validation: (rule) => rule.required().integer().min(min).error(sentence(wanted)),
      }),
    /** Minor units of either sign. */
    signedMoney: (name: string, text: FieldText) =>
      defineField({name, type: 'number', ...text, components: {input: SignedMoneyInput}}),
  }
}

/** Smallest steps ≥ 0, shown in the unit of the line, level or product. */
export function quantityField(name: string, text: FieldText) {
  return defineField({
    name,
    type: 'number',
    ...text,
    components: {input: QuantityInput},
    validation: (rule) => rule.integer().min(0).error(sentence('quantity')),
  })
}

/** Smallest steps of either sign; only for what operations write. */
export function signedQuantityField(name: string, text: FieldText) {
  return defineField({name, type: 'number', ...text, components: {input: QuantityInput}})
}

/** Basis points between 0 % and 100 %. */
export function rateField(name: string, text: FieldText) {
  return defineField({
    name,
    type: 'number',
    ...text,
    components: {input: RateInput},
    validation: (rule) => rule.integer().min(0).max(10_000).error(sentence('rate')),
  })
}

export function textField(name: string, text: FieldText) {
  return defineField({name, type: 'string', ...text})
}

export function countField(name: string, text: FieldText) {
  return defineField({name, type: 'number', ...text})
}

/** `YYYY-MM-DD` in the shop's time zone. */
export function dayField(name: string, text: FieldText) {
  return defineField({name, type: 'date', ...text})
}

export function timeField(name: string, text: FieldText) {
  return defineField({name, type: 'datetime', ...text})
}

/** A weak reference: the other document may be erased, this one stays readable. */
export function weakField(name: string, types: readonly string[], text: FieldText) {
  return defineField({
    name,
    type: 'reference',
    weak: true,
    to: types.map((type) => ({type})),
    ...text,
  })
}
