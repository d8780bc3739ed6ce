const DRAFTS = 'drafts.'
const VERSIONS = 'versions.'

/** The published id of a draft (`drafts.x`) or of a version (`versions.release.x`); a published id is its own. */
export function toPublishedId(id: string): string {
  if (id.startsWith(DRAFTS)) return id.slice(DRAFTS.length)
  if (id.startsWith(VERSIONS)) return id.split('.').slice(2).join('.')
  return id
}

export function isPublishedId(id: string): boolean {
  return !id.startsWith(DRAFTS) && !id.startsWith(VERSIONS)
}
