/** An alert is told once it has stood this long and nothing else has come for as long: what comes and goes within one breath is never told. */
export const SETTLE_MS = 1_500
/** While more keeps coming, the first of a burst waits no longer than this. */
export const BURST_MS = 8_000
/** After something was told nothing more is told for this long; what comes meanwhile is told together afterwards. */
export const QUIET_MS = 10_000
/**
 * Hysteresis: an alert that leaves and comes back within this time is the same one and is not told again. Lists, tiles
 * and badges have none, so that they agree with each other and with the stock at every moment.
 */
export const SAME_ALERT_MS = 5 * 60_000

export interface Announcements {
  /** Since when each open alert stands, ms. */
  since: ReadonlyMap<string, number>
  /** When each alert that was told was last seen open, ms. */
  told: ReadonlyMap<string, number>
  quietUntil: number
}

export interface AnnouncementStep {
  state: Announcements
  /** Keys to be told now, all in one message; mostly none. */
  tell: readonly string[]
  /** When to look again although nothing changes, ms; absent: not before the next change. */
  wakeAt?: number
}

/** What stands when somebody opens the shop is in the list and is not told. */
export function beginAnnouncements(keys: readonly string[], now: number): Announcements {
  const open = new Map(keys.map((key) => [key, now]))
  return {since: open, told: open, quietUntil: now}
}

/** Moves on to the alerts that are open at `now`: at most one message for all that is new, however much it is. */
export function announce(
  state: Announcements,
  keys: readonly string[],
  now: number,
): AnnouncementStep {
  const since = new Map(keys.map((key) => [key, state.since.get(key) ?? now]))
  const told = new Map([...state.told].filter(([, seen]) => now - seen < SAME_ALERT_MS))
  for (const key of keys) if (told.has(key) || isStillTold(state, key)) told.set(key, now)
  const waiting = keys.filter((key) => !told.has(key))
  const due = Math.max(burstEnd(waiting, since), state.quietUntil)
  const tell = waiting.filter((key) => now >= due && now - (since.get(key) ?? now) >= SETTLE_MS)
  for (const key of tell) told.set(key, now)
  const quietUntil = tell.length > 0 ? now + QUIET_MS : state.quietUntil
  const rest = waiting.filter((key) => !told.has(key))
  const wakeAt = Math.max(burstEnd(rest, since), quietUntil)
  return {state: {since, told, quietUntil}, tell, ...(rest.length === 0 ? {} : {wakeAt})}
}

/** Open without a break since it was told, however long that is. */
function isStillTold(state: Announcements, key: string): boolean {
  return state.told.has(key) && state.since.has(key)
}

/** When nothing new has come for a moment, or the first has waited long enough. */
function burstEnd(waiting: readonly string[], since: ReadonlyMap<string, number>): number {
  const begins = waiting.map((key) => since.get(key) ?? 0)
  return Math.min(Math.max(...begins) + SETTLE_MS, Math.min(...begins) + BURST_MS)
}
