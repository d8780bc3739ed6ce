import {describe, expect, it} from 'vitest'
import {createVirtualTime} from '../../../test/live/virtualTime.ts'
import {observeMinute} from './observeMinute.ts'

const at = (time: string) => Date.parse(`2026-03-10T${time}Z`)

function watchMinutes(early: number) {
  const time = createVirtualTime({start: '2026-03-10T06:00:42.500Z', early})
  const minutes: number[] = []
  observeMinute(time.scheduler).subscribe((minute) => minutes.push(minute))
  return {time, minutes}
}

describe('the minute', () => {
  it.each([0, 1, 40])(
    'moves on at every minute, with timers that fire %d ms early too',
    (early) => {
      const {time, minutes} = watchMinutes(early)
      time.advance(200_000)
      expect(minutes).toEqual([
        at('06:00:00'),
        at('06:01:00'),
        at('06:02:00'),
        at('06:03:00'),
        at('06:04:00'),
      ])
    },
  )

  it('is that of the clock again once a laptop wakes up', () => {
    const {time, minutes} = watchMinutes(0)
    time.sleep(600_000)
    time.advance(20_000)
    expect(minutes).toEqual([at('06:00:00'), at('06:11:00')])
  })
})
