import {toPublishedId} from '../actions/documentIds.ts'
import {isObject} from '../mutations/json.ts'
import {releaseIdOf, releaseOfVersion} from '../mutations/releaseIds.ts'
import type {CommittedTransaction, DocumentChange} from '../types.ts'

interface EventBase {
  timestamp: string
  author: string
  /** The published id. */
  documentId: string
}

interface VersionEvent extends EventBase {
  /** Id of the draft or version. */
  versionId: string
  /** Its revision after a creation, before a publication or deletion. */
  versionRevisionId: string
  releaseId?: string
}

/** The events of `data/history/:dataset/events/documents/:id`. Edits of drafts are none: the Studio derives them. */
export type DocumentEvent =
  | (VersionEvent & {type: 'createDocumentVersion' | 'deleteDocumentVersion' | 'unpublishDocument'})
  | (VersionEvent & {
      type: 'publishDocumentVersion'
      revisionId: string
      publishCause: 'document.publish' | 'release.publish'
    })
  | (EventBase & {type: 'createLiveDocument' | 'updateLiveDocument'; revisionId: string})
  | (EventBase & {type: 'deleteDocumentGroup'})

/**
 * The events of one transaction for a published document and its drafts and versions.
 * @param documentId - what was asked for: a published id sees publications, deletions and edits without a draft;
 *   a draft or version sees its own
 */
export function toDocumentEvents(
  transaction: CommittedTransaction,
  documentId: string,
): readonly DocumentEvent[] {
  const publishedId = toPublishedId(documentId)
  const group = transaction.changes.filter(
    (change) => toPublishedId(change.documentId) === publishedId,
  )
  const published = group.find((change) => change.documentId === publishedId)
  const versions = group.filter((change) => change.documentId !== publishedId)
  const base = {
    timestamp: transaction.timestamp,
    author: transaction.author,
    documentId: publishedId,
  }
  const isVersionAsked = documentId !== publishedId
  const isKept = versions.some((version) => isCreated(version) || isRemovalByRelease(version))
  if (published && !published.after && !isKept) return [{...base, type: 'deleteDocumentGroup'}]
  const events = versions.flatMap((version) =>
    toVersionEvent(base, transaction, version, published),
  )
  if (isVersionAsked) return events.filter((event) => event.versionId === documentId)
  const own = events.filter(
    (event) => event.type === 'publishDocumentVersion' || event.type === 'unpublishDocument',
  )
  if (own.length > 0 || !published) return own
  const type = isCreated(published) ? 'createLiveDocument' : 'updateLiveDocument'
  return [{...base, type, revisionId: transaction.transactionId}]
}

function toVersionEvent(
  base: EventBase,
  transaction: CommittedTransaction,
  version: DocumentChange,
  published: DocumentChange | undefined,
): readonly (DocumentEvent & VersionEvent)[] {
  const {documentId: versionId, before, after} = version
  const versionRevisionId = after?._rev ?? before?._rev ?? ''
  const common = {...base, versionId, versionRevisionId, ...toRelease(versionId)}
  if (before && !after && published?.after) {
    const revisionId = transaction.transactionId
    const publishCause = isReleasePublished(transaction) ? 'release.publish' : 'document.publish'
    return [{...common, type: 'publishDocumentVersion', revisionId, publishCause}]
  }
  if (published && !published.after && isRemovalByRelease(version))
    return [{...common, type: 'unpublishDocument'}]
  if (isCreated(version)) {
    const isUnpublished = published !== undefined && !published.after
    return [{...common, type: isUnpublished ? 'unpublishDocument' : 'createDocumentVersion'}]
  }
  return before && !after ? [{...common, type: 'deleteDocumentVersion'}] : []
}

/** A version that said "unpublish this document with the release" and went with it. */
function isRemovalByRelease({before, after}: DocumentChange): boolean {
  return after === null && isObject(before?._system) && before._system.delete === true
}

function isReleasePublished({changes}: CommittedTransaction): boolean {
  return changes.some(
    ({documentId, after}) => releaseIdOf(documentId) !== null && after?.state === 'published',
  )
}

function isCreated(change: DocumentChange): boolean {
  return change.before === null && change.after !== null
}

function toRelease(versionId: string): {releaseId?: string} {
  const releaseId = releaseOfVersion(versionId)
  return releaseId === null ? {} : {releaseId}
}
