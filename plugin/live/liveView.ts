import type {SalesWindow} from '../domain/cover.ts'
import type {DayFigures} from '../domain/dayFigures.ts'
import type {Headline} from '../domain/headline.ts'
import type {ShopTransaction} from '../domain/mutation.ts'
import type {ShopOptions, ShopSettingsValues} from '../domain/options.ts'
import type {HeldFrom} from '../domain/proof/heldShop.ts'
import {createChangeListeners} from './changeListeners.ts'
import {createOverlay, targetsOf} from './overlay.ts'
import type {Step} from './replica.ts'
import {createProofState} from './proof/proofState.ts'
import {createShopState} from './shopState.ts'
import type {ShopFigures, ShopRelations, ShopSnapshot} from './types.ts'
import type {RawDocument} from './wire.ts'

export interface LiveViewOptions {
  options: ShopOptions
  /** The document as the lake has it. */
  baseOf: (id: string) => RawDocument | undefined
  now: () => number
  /** The calendar day of the figures. */
  day: () => string
  /** Whether the bills of a day are held. */
  isCounted: (day: string) => boolean
  /** From when on everything is held; `undefined` until it is loaded. */
  heldFrom: () => HeldFrom | undefined
  /** The days whose sales tell how fast products go; `undefined` until they are loaded. */
  salesWindow: () => SalesWindow | undefined
}

/** Everything, or the documents with these ids, was read after `since` (ms). */
export interface StepsRead {
  since: number
  ids?: readonly string[]
  /** What was read of these was not taken. */
  passedOver: readonly string[]
}

/** Queries may be so far behind the commits: what is acknowledged later than that before a read may not be in it. */
export const INDEX_LAG_MS = 1_000

/** Documents that one task of the proof reads: some milliseconds. */
const JUDGED_AT_ONCE = 150

/** Documents as shown: what the lake says with the pending transactions on top; every step is one version. */
export function createLiveView(viewOptions: LiveViewOptions) {
  const {options, baseOf, now, day, isCounted, heldFrom, salesWindow} = viewOptions
  const state = createShopState(options)
  const overlay = createOverlay()
  const listeners = createChangeListeners()
  const proof = createProofState(now)
  let version = 0
  let snapshot: ShopSnapshot | undefined
  let figures: ShopFigures | undefined
  let pending: ReadonlySet<string> = new Set()
  let changed = new Set<string>()
  let headline: Headline | undefined
  let isHeld = false
  let isJudged = false

  const show = (id: string, base: RawDocument | undefined, oldType: string | undefined) => {
    const document = overlay.view(id, base)
    const type = document?._type
    // deleted and made anew as something else
    if (oldType !== undefined && oldType !== type) state.place(id, oldType, undefined)
    if (document !== undefined) state.place(id, document._type, document)
    changed.add(id)
  }

  /** Ends a step: one version, one notification. */
  const publishChanges = () => {
    if (changed.size > 0) publish()
  }
  const publish = () => {
    if (isHeld) return
    version += 1
    snapshot = undefined
    figures = undefined
    const ids = changed
    changed = new Set()
    listeners.notify(ids)
  }

  /** Shows documents anew after a change of the overlay only. */
  const reshow = (ids: readonly string[], changeOverlay: () => void) => {
    const types = new Map(ids.map((id) => [id, overlay.view(id, baseOf(id))?._type]))
    changeOverlay()
    for (const [id, type] of types) show(id, baseOf(id), type)
  }

  const applyStep = ({changes, transactionId}: Step) => {
    for (const {id, before, after} of changes) {
      if (before === after && !overlay.isPending(id)) continue
      const oldType = overlay.isPending(id) ? overlay.view(id, before)?._type : before?._type
      if (transactionId !== undefined) overlay.dropThrough(transactionId, id)
      // ids of the client's transactions become revisions
      if (after !== undefined) overlay.dropThrough(after._rev, id)
      show(id, after, oldType)
    }
  }

  const dropCommitted = (since: number, {ids, passedOver}: StepsRead) => {
    const left = new Set(passedOver)
    const found = overlay.committedBefore(since, ids).filter((id) => !left.has(id))
    reshow(found, () => overlay.dropCommittedBefore(since, found))
  }

  /** A read of one moment that has what a transaction creates has all of it. */
  const dropCreated = ({passedOver}: StepsRead) => {
    const left = new Set(passedOver)
    for (const [transactionId, ids] of overlay.created((id) => baseOf(id) !== undefined)) {
      const found = ids.filter((id) => !left.has(id))
      reshow(found, () => {
        for (const id of found) overlay.drop(transactionId, id)
      })
    }
  }

  const pendingIds = (): ReadonlySet<string> => {
    if (overlay.hasMoved()) pending = overlay.pendingIds()
    return pending
  }

  const suspicions = () => {
    const from = heldFrom()
    return from && state.suspicions(pendingIds(), from)
  }

  const judgeMore = (): boolean => {
    const from = heldFrom()
    return from !== undefined && state.judgeMore(pendingIds(), from, JUDGED_AT_ONCE)
  }

  const related: ShopRelations = {
    ...state.related,
    coverOf: (productId) => {
      state.setSalesWindow(salesWindow())
      return state.related.coverOf(productId)
    },
  }

  const buildFigures = (): ShopFigures => {
    state.setSalesWindow(salesWindow())
    return state.figures(day(), isCounted(day()))
  }

  const buildSnapshot = (): ShopSnapshot => {
    figures ??= buildFigures()
    // the first time everything is judged, task by task
    const suspected = isJudged ? suspicions() : undefined
    return {
      ...state.collections(),
      settings: state.settings(),
      figures,
      headline,
      paperAlerts: state.paperAlerts(day()),
      proof:
        suspected === undefined ? proof.checking : proof.of(suspected, state.takeMovedSuspicions()),
      drafts: state.drafts(),
      notices: state.notices(),
      pending: pendingIds(),
      version,
    }
  }

  return {
    related,
    figuresOf: (someDay: string): DayFigures => state.figuresOf(someDay, isCounted(someDay)),
    figuresBetween: state.figuresBetween,
    settings: (): ShopSettingsValues => state.settings(),
    getSnapshot: (): ShopSnapshot => (snapshot ??= buildSnapshot()),
    /** What was put in place and is not shown yet. */
    ahead: (): ReadonlySet<string> => changed,
    subscribe: listeners.subscribe,
    subscribeChanges: listeners.subscribeChanges,
    subscribeTo: listeners.subscribeTo,
    clearListeners: listeners.clear,
    suspicions,
    judgeMore,

    /** What the proof counts from now on: all that moved has been judged. */
    confirmDrifts(keys: ReadonlySet<string>): void {
      const isFirst = !isJudged && heldFrom() !== undefined
      if (isFirst) isJudged = true
      if (proof.confirm(keys) || isFirst) publish()
    },

    /**
     * Each step is one version. `read`: the steps come from a read that contains what was committed before it. Returns the
     * documents of a read that may contain what is shown on top of them, or not.
     */
    applySteps(steps: readonly Step[], read?: StepsRead): readonly string[] {
      // documents asked for by their ids are read past the index, and not at one moment
      if (read?.ids !== undefined) dropCommitted(read.since, read)
      else if (read !== undefined) {
        dropCommitted(read.since - INDEX_LAG_MS, read)
        dropCreated(read)
      }
      for (const step of steps) {
        applyStep(step)
        publishChanges()
      }
      publishChanges()
      if (read === undefined) return []
      return overlay.acknowledged(steps.flatMap(({changes}) => changes.map(({id}) => id)))
    },

    /** For as long as there are no documents to count; `undefined` once there are. */
    setHeadline(next: Headline | undefined): void {
      if (next === headline) return
      headline = next
      publish()
    },

    /** What is shown stays as it is until `release`, which shows everything that was applied meanwhile in one step. */
    hold(): void {
      snapshot ??= buildSnapshot()
      isHeld = true
    },
    release(): void {
      isHeld = false
      publish()
    },

    /** The figures changed without a document: midnight, another day. */
    touch(): void {
      publish()
    },

    beginTransaction(transaction: ShopTransaction): void {
      const at = new Date(now()).toISOString()
      reshow(targetsOf(transaction), () => overlay.begin(transaction, at))
      publish()
    },
    commitTransaction(transactionId: string): void {
      overlay.commit(transactionId, now())
    },
    /** The documents that are rolled back. */
    rejectTransaction(transactionId: string): readonly string[] {
      const ids = overlay.idsOf(transactionId)
      if (ids.length === 0) return ids
      reshow(ids, () => {
        for (const id of ids) overlay.drop(transactionId, id)
      })
      publish()
      return ids
    },
    pendingIdsOf: (transactionId: string): readonly string[] => overlay.idsOf(transactionId),
  }
}
