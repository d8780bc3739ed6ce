/** Where a listener is in the lake's history: everything up to and including it was delivered. */
export interface Position {
  sequence: number
  /** Index of the change inside the transaction; `null` = the whole transaction. */
  ordinal: number | null
}

/** As `id:` of an event. `lake` tells one lake's history from another's. */
export function formatPosition(lake: string, {sequence, ordinal}: Position): string {
  return ordinal === null ? `${lake}-${sequence}` : `${lake}-${sequence}-${ordinal}`
}

/** `null` when the id is of another lake or no position at all: such a listener cannot resume. */
export function parsePosition(lake: string, id: string): Position | null {
  const match = /^(?<lake>[^-]+)-(?<sequence>\d+)(?:-(?<ordinal>\d+))?$/.exec(id)
  if (match?.groups === undefined || match.groups.lake !== lake) return null
  const {sequence, ordinal} = match.groups
  return {
    sequence: Number(sequence),
    ordinal: ordinal === undefined ? null : Number(ordinal),
  }
}
