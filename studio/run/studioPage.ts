import type {StudioSession} from '../browser/session.ts'
import {sessionElementId} from '../browser/session.ts'

/** What the Sanity CLI puts into every page and what would call Sanity's servers. */
const callsHome = [
  /<script[^>]*\ssrc="https:\/\/core\.sanity-cdn\.[^"]*"[^>]*><\/script>/g,
  /<link[^>]*\shref="https:\/\/[^"]*"[^>]*>/g,
  /@font-face\s*\{[^}]*https:[^}]*\}/g,
]

/** The page of the Studio without calls to other servers, and with the session when there is one to give. */
export function toStudioPage(indexHtml: string, session: StudioSession | null): string {
  const page = callsHome.reduce((html, pattern) => html.replaceAll(pattern, ''), indexHtml)
  if (session === null) return page
  return page.replace('</head>', () => `${sessionElement(session)}</head>`)
}

/** `<` is written as an escape: a value can then never close the element. */
function sessionElement(session: StudioSession): string {
  const json = JSON.stringify(session).replaceAll('<', String.raw`\u003c`)
  return `<script type="application/json" id="${sessionElementId}">${json}</script>`
}
