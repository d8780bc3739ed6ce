import {describe, expect, it} from 'vitest'
import {sample} from '../../test/live/sampleDocuments.ts'
import type {Content} from '../../test/live/sampleDocuments.ts'
import {createReplica} from './replica.ts'
import type {MutationEvent, RawDocument} from './wire.ts'
import {isInWorkingSet, mayBeUnheld} from './workingSet.ts'

const bounds = {billsFrom: '2026-02-04', entriesFrom: '2026-02-25'}
const oldDay = '2026-01-09'
const owed = sample.balance('bill.3', 1_700, 0, oldDay)
const settled = sample.balance('bill.3', 1_700, 1_700, oldDay)

const openReplica = () =>
  createReplica({
    gapWait: 2_500,
    isHeld: (document) => isInWorkingSet(document, bounds),
    mayBeUnheld: (document) => mayBeUnheld(document, bounds),
  })

const second = (number: number): string => `2026-03-10T06:00:0${number}.000Z`

const raw = (id: string, revision: string, content: Content): RawDocument => ({
  ...content,
  _id: id,
  _rev: revision,
})

interface Told {
  after: Content | null
  /** The revision before; absent: the document appears. */
  before?: string
  at: string
}

/** What the listener tells of the balance of one bill. */
function eventOf(transactionId: string, {after, before, at}: Told): MutationEvent {
  return {
    type: 'mutation',
    documentId: 'billBalance.3',
    transactionId,
    transition: after === null ? 'disappear' : before === undefined ? 'appear' : 'update',
    previousRev: before,
    resultRev: after === null ? undefined : transactionId,
    result: after === null ? undefined : raw('billBalance.3', transactionId, after),
    totalEvents: 1,
    timestamp: at,
  }
}

const shownAfter = (events: readonly MutationEvent[]) => {
  const replica = openReplica()
  for (const event of events) replica.receive(event, 0)
  return {revision: replica.get('billBalance.3')?._rev, waits: replica.nextDeadline() !== undefined}
}

const made = eventOf('t25', {after: owed, at: second(1)})
const deleted = eventOf('t26', {after: null, before: 't25', at: second(2)})
const remade = eventOf('t29', {after: settled, at: second(3)})

describe('a document that a later transaction left outside the working set', () => {
  it('is not taken back by the late event that made it first', () => {
    expect(shownAfter([remade, made])).toEqual({revision: undefined, waits: false})
    expect(shownAfter([remade, made, deleted])).toEqual({revision: undefined, waits: false})
  })

  it('is not taken back by a late event from between', () => {
    const paid = eventOf('t27', {after: settled, before: 't25', at: second(3)})
    const noted = eventOf('t28', {after: settled, before: 't27', at: second(4)})
    const first = eventOf('t25', {after: owed, before: 't20', at: second(2)})
    expect(shownAfter([noted, first])).toEqual({revision: undefined, waits: false})
    expect(shownAfter([noted, first, paid])).toEqual({revision: undefined, waits: false})
  })

  it('returns with the event that goes on from there, and waits for one that is missing', () => {
    const owedAgain = {after: owed, at: second(5)}
    const next = eventOf('t30', {...owedAgain, before: 't29'})
    const afterNext = eventOf('t31', {...owedAgain, before: 't30'})
    expect(shownAfter([remade, next])).toEqual({revision: 't30', waits: false})
    expect(shownAfter([remade, afterNext])).toEqual({revision: undefined, waits: true})
    expect(shownAfter([remade, afterNext, next])).toEqual({revision: 't31', waits: false})
  })
})

describe('a deleted document', () => {
  it('is made anew by a later event, and not by one that was late', () => {
    const anew = eventOf('t29', {after: owed, at: second(3)})
    expect(shownAfter([made, deleted, anew])).toEqual({revision: 't29', waits: false})
    const before = eventOf('t20', {after: owed, at: second(0)})
    expect(shownAfter([made, deleted, before])).toEqual({revision: undefined, waits: false})
  })

  it('at one and the same moment it is not known which comes first: a read tells', () => {
    const anew = eventOf('t29', {after: owed, at: second(2)})
    expect(shownAfter([made, deleted, anew])).toEqual({revision: undefined, waits: true})
  })
})
