import type {WorkspaceOptions} from 'sanity'
import {connectListenSocket} from './connectListenSocket.ts'
import {demoAuth} from './demoAuth.ts'
import type {StudioSession} from './session.ts'
import {stayOnThisMachine} from './stayOnThisMachine.ts'

/**
 * The part of a Studio config that a Studio on Sanity's hosted lake does not need: where the embedded lake is, who is
 * logged in, and off with what would call Sanity's servers. Also moves the page's listeners to one WebSocket, so
 * call it once, before anything makes a client.
 */
export function embeddedLake(session: StudioSession) {
  if (typeof document !== 'undefined') {
    connectListenSocket(session.lakeUrl)
    stayOnThisMachine(session.lakeUrl)
  }
  return {
    projectId: session.projectId,
    dataset: session.dataset,
    apiHost: session.lakeUrl,
    auth: demoAuth(session),
    releases: {enabled: session.releases === true},
    scheduledPublishing: {enabled: false},
    scheduledDrafts: {enabled: false},
    tasks: {enabled: false},
    announcements: {enabled: false},
    document: {comments: {enabled: false}, askToEdit: {enabled: false}},
  } satisfies Partial<WorkspaceOptions>
}
