import {describe, expect, it} from 'vitest'
import {
  announce,
  beginAnnouncements,
  BURST_MS,
  QUIET_MS,
  SAME_ALERT_MS,
  SETTLE_MS,
} from './announcements.ts'

/** Lets the time run from one look to the next, as a screen does; what was told, with its time. */
function play(first: readonly string[], steps: readonly {at: number; keys: readonly string[]}[]) {
  let state = beginAnnouncements(first, 0)
  const told: {at: number; keys: readonly string[]}[] = []
  const look = (keys: readonly string[], at: number) => {
    const step = announce(state, keys, at)
    state = step.state
    if (step.tell.length > 0) told.push({at, keys: step.tell})
    return step.wakeAt
  }
  for (const [index, {at, keys}] of steps.entries()) {
    const until = steps[index + 1]?.at ?? Number.POSITIVE_INFINITY
    let wakeAt = look(keys, at)
    while (wakeAt !== undefined && wakeAt < until) wakeAt = look(keys, wakeAt)
  }
  return told
}

describe('announcements', () => {
  it('say nothing of what stands when the shop is opened', () => {
    expect(play(['low-a', 'low-b'], [{at: 60_000, keys: ['low-a', 'low-b']}])).toEqual([])
  })

  it('tell fifty alerts of one moment in one message', () => {
    const keys = Array.from({length: 50}, (_, index) => `low-${index}`)
    expect(play([], [{at: 1000, keys}])).toEqual([{at: 1000 + SETTLE_MS, keys}])
  })

  it('wait for the end of a burst, but not for ever', () => {
    const keysAt = (count: number) => Array.from({length: count}, (_, index) => `low-${index}`)
    const burst = Array.from({length: 6}, (_, index) => ({
      at: index * 1000,
      keys: keysAt(index + 1),
    }))
    expect(play([], burst)).toEqual([{at: 5000 + SETTLE_MS, keys: keysAt(6)}])
    const endless = Array.from({length: 12}, (_, index) => ({
      at: index * 1000,
      keys: keysAt(index + 1),
    }))
    expect(play([], endless).map(({at}) => at)).toEqual([BURST_MS, BURST_MS + QUIET_MS])
  })

  it('keep quiet after a message and then tell all that came meanwhile at once', () => {
    const told = play(
      [],
      [
        {at: 0, keys: ['a']},
        {at: 3000, keys: ['a', 'b']},
        {at: 6000, keys: ['a', 'b', 'c']},
      ],
    )
    expect(told).toEqual([
      {at: SETTLE_MS, keys: ['a']},
      {at: SETTLE_MS + QUIET_MS, keys: ['b', 'c']},
    ])
  })

  it('never tell what came and went within a breath', () => {
    const told = play(
      [],
      [
        {at: 0, keys: ['a']},
        {at: SETTLE_MS - 1, keys: []},
      ],
    )
    expect(told).toEqual([])
  })

  it('take an alert that flutters for the same one, and for a new one after a while', () => {
    const told = play(
      [],
      [
        {at: 0, keys: ['a']},
        {at: 20_000, keys: []},
        {at: 40_000, keys: ['a']},
        {at: 60_000, keys: []},
        {at: 60_000 + SAME_ALERT_MS, keys: ['a']},
      ],
    )
    expect(told.map(({at}) => at)).toEqual([SETTLE_MS, 60_000 + SAME_ALERT_MS + SETTLE_MS])
  })

  it('do not tell an alert again that stands for hours', () => {
    const told = play(
      [],
      [
        {at: 0, keys: ['a']},
        {at: 3 * SAME_ALERT_MS, keys: ['a']},
        {at: 9 * SAME_ALERT_MS, keys: ['a', 'b']},
      ],
    )
    expect(told.flatMap(({keys}) => keys)).toEqual(['a', 'b'])
  })
})
