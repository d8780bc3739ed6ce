import {describe, expect, it} from 'vitest'
import {createLakeClock} from './lakeClock.ts'
import {createLiveStatus} from './liveStatus.ts'

describe('a device’s clock beside the lake’s', () => {
  it('counts as the same while a request cannot tell them apart', () => {
    const clock = createLakeClock(() => 1_000)
    expect(clock.measure(1_005, 1_000, 1_020)).toEqual({offset: 0, uncertainty: 15})
    expect(clock.correction()).toBe(0)
  })

  it('is corrected by the fastest request of the last ones, and by how much that may be wrong is known', () => {
    const clock = createLakeClock(() => 1_000)
    expect(clock.measure(6_100, 1_000, 1_200)).toEqual({offset: 5_000, uncertainty: 100})
    expect(clock.measure(6_008, 1_000, 1_010)).toEqual({offset: 5_003, uncertainty: 5})
    clock.measure(6_300, 1_000, 1_400)
    expect(clock.correction()).toBe(5_003)
  })

  it('makes the latency of a window one by the lake’s clock', () => {
    const clock = createLakeClock(() => Date.parse('2026-11-27T10:00:00Z'))
    const status = createLiveStatus(clock)
    const appeared = clock.now() + 20
    status.sample('2026-11-27T10:00:05Z', appeared)
    expect(status.current().latency).toEqual({p50: 0, p95: 0, measured: 1})
    const asked = clock.now()
    clock.measure(asked + 5_005, asked, asked + 10)
    expect(status.current().latency).toEqual({p50: 20, p95: 20, measured: 1})
  })
})
