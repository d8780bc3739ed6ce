import {describe, expect, it} from 'vitest'
import type {Category} from './documents.ts'
import {fieldsOfCategory, readSpecificationFields, specificationIssues} from './specifications.ts'

const category = (
  _id: string,
  specificationFields: Category['specificationFields'],
  parent?: string,
) =>
  ({
    _id,
    _type: 'category',
    _rev: 'r',
    _createdAt: '2026-11-03T08:00:00Z',
    _updatedAt: '2026-11-03T08:00:00Z',
    name: _id,
    isActive: true,
    specificationFields,
    ...(parent === undefined ? {} : {parent: {_type: 'reference', _ref: parent}}),
  }) satisfies Category

const power = {_key: 'p', name: 'Power', type: 'number', unit: 'W', isRequired: true} as const
const cap = {_key: 'c', name: 'Cap', type: 'choice', choices: ['B22', 'E27']} as const
const dimmable = {_key: 'd', name: 'Dimmable', type: 'boolean'} as const

describe('specification fields', () => {
  it('are read as stored, plain names included, and never from what is none', () => {
    expect(
      readSpecificationFields(['Colour', {...cap, choices: ['B22', 7]}, {name: ' '}, null, 3]),
    ).toEqual([
      {_key: 'field0', name: 'Colour', type: 'text'},
      {...cap, choices: ['B22']},
    ])
    expect(readSpecificationFields('Colour')).toEqual([])
  })

  it('are inherited from the categories above, the nearest of one name first, round in no circle', () => {
    const categories = new Map(
      [
        category('lighting', [{...power, isRequired: false}, dimmable], 'lamps'),
        category('lamps', [power, cap], 'lighting'),
      ].map((one) => [one._id, one]),
    )
    expect(fieldsOfCategory('lamps', categories)).toEqual([power, cap, dimmable])
    expect(fieldsOfCategory(undefined, categories)).toEqual([])
  })

  it('say what is missing, no number, or none of the choices', () => {
    const stated = [
      {_key: '1', name: 'cap', value: 'B15'},
      {_key: '2', name: 'Dimmable', value: 'yes'},
    ]
    const issues = (more: {_key: string; name: string; value: string}[]) =>
      specificationIssues([power, cap, dimmable], [...stated, ...more]).map(
        ({field, issue}) => `${field.name} ${issue}`,
      )
    expect(issues([])).toEqual(['Power missing', 'Cap no-choice'])
    expect(issues([{_key: '3', name: 'Power', value: 'nine'}])).toEqual([
      'Power no-number',
      'Cap no-choice',
    ])
    expect(issues([{_key: '3', name: 'Power', value: '9.5'}])).toEqual(['Cap no-choice'])
  })
})
