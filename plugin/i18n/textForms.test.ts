import {describe, expect, it} from 'vitest'
import arabic from './ar/resources.ts'
import german from './de/resources.ts'
import english from './resources.ts'
import {baseOf, formsOf, placeholdersOf, pluralBases} from './textForms.ts'

type Texts = Readonly<Record<string, string>>

/** Every key a language must have: the English ones, plural forms by its own grammar. */
function keysFor(locale: string): readonly string[] {
  const plurals = pluralBases(english)
  const bases = [...new Set(Object.keys(english).map(baseOf))]
  const single = Object.keys(english).filter((key) => !plurals.has(baseOf(key)))
  const forms = bases
    .filter((base) => plurals.has(base))
    .flatMap((base) => formsOf(locale).map((form) => `${base}_${form}`))
  return [...single, ...forms]
}

/** What a text may name: what its English text, or any form of it, names. */
function allowedPlaceholders(key: string): readonly string[] {
  const base = baseOf(key)
  const texts: Texts = english
  const all = Object.entries(texts).filter(([known]) => baseOf(known) === base)
  return [...new Set(all.flatMap(([, text]) => placeholdersOf(text)))].toSorted()
}

describe.each([
  ['de-DE', german],
  ['ar', arabic],
])('texts in %s', (locale, texts: Texts) => {
  it('are there for every English one, with the plural forms of the language', () => {
    expect(keysFor(locale).filter((key) => texts[key] === undefined)).toEqual([])
  })

  it('are there for nothing else', () => {
    const known = new Set(Object.keys(english).map(baseOf))
    expect(Object.keys(texts).filter((key) => !known.has(baseOf(key)))).toEqual([])
  })

  it('name the same values', () => {
    const wrong = Object.entries(texts).flatMap(([key, text]) => {
      const wanted = allowedPlaceholders(key)
      const found = [...new Set(placeholdersOf(text))].toSorted()
      // a form for one may leave its number out
      const isOf = found.join() === wanted.join()
      const isShort = [...found, 'count'].toSorted().join() === wanted.join()
      return isOf || (isShort && baseOf(key) !== key) ? [] : [`${key}: ${found} for ${wanted}`]
    })
    expect(wrong).toEqual([])
  })

  it('are texts, and no English ones', () => {
    const source: Texts = english
    const same = Object.entries(texts).filter(
      ([key, text]) =>
        text === source[key] && WORD.test(withoutPlaceholders(text)) && !SAME.has(text),
    )
    expect(same).toEqual([])
    expect(Object.values(texts).filter((text) => text.trim() === '')).toEqual([])
  })
})

const WORD = /[a-z]{4}/
const withoutPlaceholders = (text: string) => text.replaceAll(/\{\{.*?\}\}/g, '')

/** Words that both languages write alike. */
const SAME = new Set([
  'Median',
  'WhatsApp',
  'Live',
  'Offline',
  'Name',
  'Status',
  'Import',
  'Export',
  'Person',
  'Start',
  'Online',
])
