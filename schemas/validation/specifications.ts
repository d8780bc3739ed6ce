import {getPublishedId, type CustomValidator} from 'sanity'
import type {SpecificationField} from '../../plugin/domain/documents.ts'
import {
  nameKey,
  readSpecificationFields,
  specificationIssues,
} from '../../plugin/domain/specifications.ts'
import type {SpecificationIssue} from '../../plugin/domain/specifications.ts'
import {readSpecifications} from '../inputs/readSpecifications.ts'
import {joinSentences, sentence} from './sentences.ts'
import {API_VERSION} from './unique.ts'

const QUERY =
  '*[_id in [$id, "drafts." + $id]][0]{"levels": [specificationFields, parent->specificationFields, parent->parent->specificationFields]}'

/** Refuses a product that does not state what its category asks for, or states it wrongly. */
export const checkSpecifications: CustomValidator<unknown> = async (value, context) => {
  const category = categoryOf(context.document)
  if (category === undefined) return true
  const answer: unknown = await context
    .getClient({apiVersion: API_VERSION})
    .fetch(QUERY, {id: getPublishedId(category)}, {tag: 'shop.validate-specifications'})
  const issues = specificationIssues(readLevels(answer), readSpecifications(value))
  return issues.length === 0 ? true : joinSentences(issues.map(sentenceOf))
}

function sentenceOf({field, issue}: {field: SpecificationField; issue: SpecificationIssue}) {
  const {name} = field
  if (issue === 'missing') return sentence('specification-missing', {name})
  return issue === 'no-number'
    ? sentence('specification-number', {name})
    : sentence('specification-choice', {name, choices: (field.choices ?? ['yes', 'no']).join(', ')})
}

/** Own fields first; the nearest of one name wins. */
function readLevels(answer: unknown): readonly SpecificationField[] {
  const levels: readonly unknown[] =
    typeof answer === 'object' &&
    answer !== null &&
    'levels' in answer &&
    Array.isArray(answer.levels)
      ? answer.levels
      : []
  const found = new Map<string, SpecificationField>()
  for (const field of levels.flatMap(readSpecificationFields)) {
    if (!found.has(nameKey(field.name))) found.set(nameKey(field.name), field)
  }
  return [...found.values()]
}

function categoryOf(document: unknown): string | undefined {
  if (typeof document !== 'object' || document === null || !('category' in document)) {
    return undefined
  }
  const {category} = document
  if (typeof category !== 'object' || category === null || !('_ref' in category)) return undefined
  return typeof category._ref === 'string' ? category._ref : undefined
}
