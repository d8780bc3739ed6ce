import type {Actor, CommandRecord, ShopDocument} from './base.ts'

/**
 * What the people of the shop agreed about one alert, id `alertNote.<hash of the alert's key>`. It stands in the lake and
 * not in a browser, so that a colleague sees at once who takes care of it and what has been put aside.
 */
export interface AlertNote extends ShopDocument {
  _type: 'alertNote'
  /** Key of the alert: `<kind>-<id>`. */
  alert: string
  /** Instant (ISO UTC) from which the note counts no more: an alert that comes back later is a new one. */
  until: string
  /** Nobody is told of it; tiles, badges and lists of stock and bills show the fact all the same. */
  isMuted: boolean
  /** Who takes care of it. */
  assignee?: Actor
  by: Actor
  at: string
  command: CommandRecord
}
