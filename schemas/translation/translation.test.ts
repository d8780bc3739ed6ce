import {describe, expect, it} from 'vitest'
import english from '../../plugin/i18n/resources.ts'
import {textKey} from '../../plugin/i18n/textKey.ts'
import {shopSchemaTypes} from '../index.ts'
import {previewTexts, previewWordOf} from './previewWords.ts'

const bundle: Readonly<Record<string, string>> = english

/** Every title, description and choice, with where it stands. */
function textsOf(node: unknown, path: string): [string, string][] {
  if (typeof node !== 'object' || node === null) return []
  const own = ['title', 'description'].flatMap((attribute): [string, string][] => {
    const text: unknown = Reflect.get(node, attribute)
    return typeof text === 'string' ? [[`${path} ${attribute}`, text]] : []
  })
  const options: unknown = Reflect.get(node, 'options')
  const choices = listAt(options, 'list').flatMap((choice) => textsOf(choice, `${path} choice`))
  const inner = ['fields', 'of'].flatMap((attribute) =>
    listAt(node, attribute).flatMap((child) => textsOf(child, `${path}.${nameOf(child)}`)),
  )
  return [...own, ...choices, ...inner]
}

function listAt(node: unknown, attribute: string): unknown[] {
  const list: unknown =
    typeof node === 'object' && node !== null ? Reflect.get(node, attribute) : undefined
  return Array.isArray(list) ? list : []
}

const nameOf = (node: unknown) =>
  typeof node === 'object' && node !== null && 'name' in node ? String(node.name) : '[]'

describe('texts of the schemas', () => {
  it('are all in the bundles: of every type, field, item and choice', () => {
    const all = shopSchemaTypes({}).flatMap((type) => textsOf(type, type.name))
    expect(all.length).toBeGreaterThan(400)
    expect(all.filter(([, text]) => bundle[textKey(text)] !== text)).toEqual([])
  })

  it('are all in the bundles: what previews say for what is missing', () => {
    expect(previewTexts.filter((text) => bundle[textKey(text)] !== text)).toEqual([])
  })

  it('are in the bundles for nothing else', () => {
    const used = new Set(
      [
        ...shopSchemaTypes({}).flatMap((type) => textsOf(type, type.name).map(([, text]) => text)),
        ...previewTexts,
        'Refund',
      ].map(textKey),
    )
    const texts = Object.keys(bundle).filter((key) => key.startsWith('text.'))
    expect(texts.filter((key) => !used.has(key))).toEqual([])
  })
})

describe('a preview', () => {
  it('leaves names alone that are words of the shop too', () => {
    expect(previewWordOf('product', 'title', 'Card', 0)).toBeUndefined()
    expect(previewWordOf('product', 'title', '3 left', 0)).toBeUndefined()
    expect(previewWordOf('stockTransaction', 'title', 'Other', 1)).toBeUndefined()
    expect(previewWordOf('customerAccount', 'title', 'Ravi owed', 0)).toBeUndefined()
  })

  it('knows kinds, states, values and what is missing', () => {
    expect(previewWordOf('payment', 'subtitle', 'Card', 0)).toEqual({text: 'Card'})
    expect(previewWordOf('brand', 'subtitle', 'Inactive', 0)).toEqual({text: 'Inactive'})
    expect(previewWordOf('bill', 'title', 'Walk-in', 1)).toEqual({text: 'Walk-in'})
    expect(previewWordOf('billBalance', 'subtitle', '₹5.00 owed', 0)).toEqual({
      phrase: 'preview.owed',
      what: '₹5.00',
    })
  })
})
