import * as v from 'valibot'
import {describe, expect, it} from 'vitest'
import {users} from '../operations/catalogue.ts'
import {
  basisPoints,
  integer,
  notNegative,
  positive,
  text,
  words,
} from '../operations/commandParts.ts'
import {reasonOfRule} from './commandReasons.ts'

const FAR = Number.MAX_SAFE_INTEGER

const messagesOf = (schema: v.GenericSchema, value: unknown) =>
  (v.safeParse(schema, value).issues ?? []).map(({message}) => message)

/** Values that a cell can bring about: cells give text and whole numbers. */
const refused: readonly (readonly [string, v.GenericSchema, unknown])[] = [
  ['text that is too long', text(3), 'abcd'],
  ['text that does not print', text(3), '\u0001'],
  ['no words', words(3), ' '],
  ['words that are too long', words(3), 'abcd'],
  ['words nobody can read', words(3), '\u200b'],
  ['too little', integer, -FAR],
  ['too much', integer, FAR],
  ['less than nothing', notNegative, -1],
  ['nothing', positive, 0],
  ['more than all', basisPoints, 10_001],
  ['no e-mail address', users.change, {email: 'nobody'}],
]

describe('what a rule says of a cell', () => {
  it.each(refused)('has a name that every language translates: %s', (_what, schema, value) => {
    const messages = messagesOf(schema, value)
    expect(messages).not.toEqual([])
    expect(messages.filter((message) => reasonOfRule(message) === undefined)).toEqual([])
  })
})
