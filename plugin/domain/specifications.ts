import type {Category, Specification, SpecificationField} from './documents.ts'
import {parseDecimal} from './money.ts'

const TYPES = ['text', 'number', 'boolean', 'choice'] as const
/** Finer than any data sheet. */
const DECIMALS = 6

/** What a category asks of its products; a plain text, as it was stored once, is a field of that name. */
export function readSpecificationFields(stored: unknown): SpecificationField[] {
  const items: readonly unknown[] = Array.isArray(stored) ? stored : []
  return items.flatMap((item, index) => {
    if (typeof item === 'string') return [{_key: `field${index}`, name: item, type: 'text'}]
    return isObject(item) ? readField(item, index) : []
  })
}

function readField(item: Readonly<Record<string, unknown>>, index: number): SpecificationField[] {
  const {_key, name, unit, choices, isRequired} = item
  if (typeof name !== 'string' || name.trim() === '') return []
  return [
    {
      _key: typeof _key === 'string' ? _key : `field${index}`,
      name,
      type: TYPES.find((type) => type === item['type']) ?? 'text',
      ...(typeof unit === 'string' && unit !== '' ? {unit} : {}),
      ...(Array.isArray(choices) ? {choices: choices.filter(isText)} : {}),
      ...(isRequired === true ? {isRequired} : {}),
    },
  ]
}

/** A category's own fields, then those of the categories it stands in; the nearest of one name wins. */
export function fieldsOfCategory(
  id: string | undefined,
  categories: ReadonlyMap<string, Category>,
): readonly SpecificationField[] {
  const found = new Map<string, SpecificationField>()
  const seen = new Set<string>()
  for (let at = id; at !== undefined && !seen.has(at);) {
    seen.add(at)
    const category = categories.get(at)
    for (const field of readSpecificationFields(category?.specificationFields)) {
      if (!found.has(nameKey(field.name))) found.set(nameKey(field.name), field)
    }
    at = category?.parent?._ref
  }
  return [...found.values()]
}

/** Names are compared as people read them. */
export function nameKey(name: string): string {
  return name.trim().toLowerCase()
}

export type SpecificationIssue = 'missing' | 'no-number' | 'no-choice'

/** What is wrong with a stated value; a boolean is stored as `yes` or `no`. */
export function specificationIssue(
  {type, choices = [], isRequired}: SpecificationField,
  value: string | undefined,
): SpecificationIssue | undefined {
  if (value === undefined || value.trim() === '') return isRequired === true ? 'missing' : undefined
  if (type === 'number')
    return parseDecimal(value, DECIMALS) === undefined ? 'no-number' : undefined
  const allowed = type === 'boolean' ? ['yes', 'no'] : type === 'choice' ? choices : undefined
  return allowed === undefined || allowed.includes(value) ? undefined : 'no-choice'
}

/** What a product states for a field, wherever it stands in its list. */
export function valueOf(
  specifications: readonly Specification[],
  {name}: SpecificationField,
): Specification | undefined {
  return specifications.find((one) => nameKey(one.name) === nameKey(name))
}

/** Every issue of a product's specifications with the field it is about. */
export function specificationIssues(
  fields: readonly SpecificationField[],
  specifications: readonly Specification[],
): {field: SpecificationField; issue: SpecificationIssue}[] {
  return fields.flatMap((field) => {
    const issue = specificationIssue(field, valueOf(specifications, field)?.value)
    return issue === undefined ? [] : [{field, issue}]
  })
}

const isText = (value: unknown): value is string => typeof value === 'string'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
