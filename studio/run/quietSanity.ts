/**
 * Environment of the Sanity CLI: no telemetry, no questions, no update notices. The session is empty rather than absent:
 * the build replaces `process.env.SANITY_STUDIO_SESSION` only when it is set, and a page has no `process`.
 */
export const quietSanity = {
  CI: '1',
  SANITY_STUDIO_SESSION: '',
  SANITY_STUDIO_DISABLE_TELEMETRY: '1',
  DO_NOT_TRACK: '1',
  NO_UPDATE_NOTIFIER: '1',
} as const
