const SECONDS = 10

/** Events per second over the last ten full seconds, in constant space. */
export function createEventRate(now: () => number) {
  const slots = Array.from({length: SECONDS + 1}, () => ({second: 0, count: 0}))
  const second = () => Math.floor(now() / 1000)
  return {
    add(): void {
      const current = second()
      const slot = slots[Math.abs(current) % slots.length]
      if (slot === undefined) return
      if (slot.second !== current) Object.assign(slot, {second: current, count: 0})
      slot.count += 1
    },
    perSecond(): number {
      const current = second()
      const recent = slots.filter(({second: of}) => of < current && of >= current - SECONDS)
      return recent.reduce((sum, {count}) => sum + count, 0) / SECONDS
    },
  }
}
