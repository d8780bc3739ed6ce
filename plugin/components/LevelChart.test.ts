import {describe, expect, it} from 'vitest'
import {createScale, stepPath} from './LevelChart.tsx'

describe('a level over time', () => {
  it('stays flat until the next movement and keeps zero in the picture', () => {
    const points = [
      {at: 0, level: 10},
      {at: 50, level: 4},
      {at: 100, level: -10},
    ]
    expect(stepPath(points, createScale(points, 0, 200))).toBe('M0 0H500V60H1000V200')
  })

  it('draws one point, or none, without dividing by nothing', () => {
    const one = [{at: 5, level: 0}]
    expect(stepPath(one, createScale(one, 0, 100))).toBe('M0 100')
    expect(stepPath([], createScale([], 0, 100))).toBe('')
  })
})
