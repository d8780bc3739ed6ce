import {array, assert, constantFrom, integer, property, record, subarray} from 'fast-check'
import {describe, expect, it} from 'vitest'
import {sized} from '../../../test/rig/size.ts'
import type {Suspicion} from '../../domain/proof/suspicion.ts'
import {createProofState} from './proofState.ts'
import {createSubjects} from './subjects.ts'

const FIELDS = ['onHand', 'value', 'sequence']
const subjects = Array.from({length: 40}, (_, index) => `stockLevel.p${index}`)

const suspicionOf = (document: string, field: string, found: number): Suspicion => ({
  key: `level ${document} ${field}`,
  drift: {
    kind: 'level',
    document,
    field,
    subject: {of: 'stock', name: document},
    label: `Stock of ${document}`,
    expected: 0,
    found,
    message: `Stock of ${document}: ${field} is ${found}, should be 0`,
  },
})

const allKeys = subjects.flatMap((subject) =>
  FIELDS.map((field) => suspicionOf(subject, field, 0).key),
)

const step = record({
  subject: constantFrom(...subjects),
  fields: subarray(FIELDS),
  found: integer({min: 1, max: 5}),
  confirms: constantFrom(false, false, false, true),
  keys: subarray(allKeys),
})

describe('what is shown of the proof', () => {
  it('is after any reports what filtering and sorting all suspicions gives, the same list until one moves', () => {
    assert(
      property(array(step, {maxLength: 120, size: 'max'}), (steps) => {
        const reported = createSubjects()
        const state = createProofState(() => 0)
        let confirmed: ReadonlySet<string> = new Set()
        for (const {subject, fields, found, confirms, keys} of steps) {
          if (confirms) {
            confirmed = new Set(keys)
            state.confirm(confirmed)
          } else {
            const suspected = fields.map((field) => suspicionOf(subject, field, found))
            reported.report(subject, suspected)
          }
          const {status, drifts} = state.of(reported.all(), reported.takeMoved())
          const scratch = [...reported.all().values()]
            .flat()
            .filter(({key}) => confirmed.has(key))
            .map(({drift}) => drift)
            .toSorted((a, b) => (a.message < b.message ? -1 : 1))
          expect(drifts).toEqual(scratch)
          expect(status).toBe(scratch.length === 0 ? 'proved' : 'drift')
          expect(state.of(reported.all(), reported.takeMoved()).drifts).toBe(drifts)
        }
      }),
      {numRuns: sized(60, 2_000)},
    )
  })
})
