import {describe, expect, it} from 'vitest'
import {toLastLine} from './lastLineReporter.ts'

describe('last line', () => {
  it('counts all modules, and names skipped tests only when there are some', () => {
    expect(
      toLastLine(
        [
          {passed: 2, failed: 0, skipped: 0},
          {passed: 3, failed: 1, skipped: 0},
        ],
        0,
      ),
    ).toBe('5 passed, 1 failed')
    expect(toLastLine([{passed: 2, failed: 0, skipped: 4}], 0)).toBe(
      '2 passed, 0 failed, 4 skipped',
    )
  })

  it('counts an error outside of tests as a failure', () => {
    expect(toLastLine([{passed: 2, failed: 0, skipped: 0}], 1)).toBe('2 passed, 1 failed')
  })

  it('is complete for a run of nothing', () => {
    expect(toLastLine([], 0)).toBe('0 passed, 0 failed')
  })
})
