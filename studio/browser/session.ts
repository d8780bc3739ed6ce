import {
  boolean,
  minLength,
  number,
  object,
  optional,
  parse,
  pipe,
  safeParse,
  string,
  url,
} from 'valibot'
import type {InferOutput} from 'valibot'

const studioSession = object({
  /** `http://localhost:PORT` of the lake. */
  lakeUrl: pipe(string(), url()),
  projectId: pipe(string(), minLength(1)),
  dataset: pipe(string(), minLength(1)),
  /** The demo administrator's token. It stays in memory: never in a URL, a log or localStorage. */
  token: pipe(string(), minLength(1)),
  /** What the opened dataset's `shopSettings` say. */
  shop: object({currency: optional(string()), timeZone: optional(string())}),
  /** How many days every window holds live; the plugin's default when absent. */
  window: optional(object({billDays: optional(number()), entryDays: optional(number())})),
  /** Whether the Studio offers content releases; the lake has them anyway. */
  releases: optional(boolean()),
})

/** What the server that serves the Studio tells the page about the lake behind it. */
export type StudioSession = InferOutput<typeof studioSession>

/** Id of the `<script type="application/json">` that carries the session. */
export const sessionElementId = 'studio-session'

/**
 * The session of this page: from the page itself (`npm start`), else from the environment that `npm run dev` sets.
 * Where there is no page (the Sanity CLI reads the config in Node), a session that reaches nothing.
 */
export function readSession(): StudioSession {
  if (typeof document === 'undefined') return sessionOutsidePage
  const text =
    document.getElementById(sessionElementId)?.textContent ?? process.env.SANITY_STUDIO_SESSION
  const session = safeParse(studioSession, text ? JSON.parse(text) : undefined)
  if (session.success) return session.output
  throw new Error(
    'This page carries no session, so the Studio cannot reach the lake. Open the address that npm start prints, in a current browser.',
  )
}

const sessionOutsidePage = parse(studioSession, {
  lakeUrl: 'http://localhost:3334',
  projectId: 'local',
  dataset: 'production',
  token: 'none',
  shop: {},
})
