const RELEASES = '_.releases.'
const VERSIONS = 'versions.'

export function isReleaseId(text: string): boolean {
  return /^[a-zA-Z0-9_-]{1,64}$/.test(text)
}

/** The id of the `system.release` document of a release. */
export function releaseDocumentId(releaseId: string): string {
  return `${RELEASES}${releaseId}`
}

/** The release id of a `system.release` document, or null for any other document. */
export function releaseIdOf(documentId: string): string | null {
  return documentId.startsWith(RELEASES) ? documentId.slice(RELEASES.length) : null
}

/** The release that a version (`versions.RELEASE.ID`) is in, or null. */
export function releaseOfVersion(id: string): string | null {
  const [prefix, releaseId, ...rest] = id.split('.')
  return prefix === 'versions' && releaseId !== undefined && rest.length > 0 ? releaseId : null
}

/** What the ids of all versions in a release begin with. */
export function versionPrefix(releaseId: string): string {
  return `${VERSIONS}${releaseId}.`
}
