/** Environment of the Sanity CLI: no telemetry, no questions, no update notices. */
export const quietSanity = {
  CI: '1',
  SANITY_STUDIO_DISABLE_TELEMETRY: '1',
  DO_NOT_TRACK: '1',
  NO_UPDATE_NOTIFIER: '1',
} as const
