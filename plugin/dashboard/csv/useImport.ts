import {useEffect, useRef, useState} from 'react'
import type {ImportKind, ImportPlan, ImportShop} from '../../csv/importTypes.ts'
import {planImport} from '../../csv/planImport.ts'
import {readCsvFile} from '../../csv/readCsv.ts'
import {runImport} from '../../csv/runImport.ts'
import type {ImportProgress, ImportResult} from '../../csv/runImport.ts'
import {useImportWords} from './useImportWords.ts'
import type {User} from '../../domain/documents.ts'
import {useSanityOperations, useShopHistory, useShopStore} from '../../realtime/index.ts'
import type {ShopHistory} from '../../realtime/index.ts'

export type ImportState =
  | {phase: 'empty'}
  | {phase: 'reading'; file: string}
  | {phase: 'refused'; file: string; message: string}
  | {phase: 'planned'; file: string; plan: ImportPlan}
  | {phase: 'running'; file: string; plan: ImportPlan; progress: ImportProgress}
  | {phase: 'done'; file: string; plan: ImportPlan; result: ImportResult}

/** Numbers that change faster than anybody reads only cost the page its time. */
const SHOWN_EVERY_MS = 100

/** A file from its choice over the dry run to what became of its rows. Leaving the view stops after the rows begun. */
export function useImport() {
  const store = useShopStore()
  const history = useShopHistory()
  const operations = useSanityOperations()
  const {ofError} = useImportWords()
  const [state, setState] = useState<ImportState>({phase: 'empty'})
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])

  const choose = async (kind: ImportKind, file: File): Promise<void> => {
    setState({phase: 'reading', file: file.name})
    try {
      const table = await readCsvFile(file)
      const {settings, ...shop} = store.getSnapshot()
      const users = kind === 'customers' ? await readAllUsers(history) : new Map<string, User>()
      const known: ImportShop = {...shop, users, currency: settings.currency}
      const plan = await planImport(kind, table, known)
      setState({phase: 'planned', file: file.name, plan})
    } catch (error) {
      setState({phase: 'refused', file: file.name, message: ofError(error)})
    }
  }

  const run = async (): Promise<void> => {
    if (state.phase !== 'planned') return
    const {file, plan} = state
    const controller = new AbortController()
    stop.current = controller
    const total = plan.rows.filter(({command}) => command !== undefined).length
    setState({phase: 'running', file, plan, progress: {done: 0, total, failed: 0}})
    let shownAt = 0
    const result = await runImport(plan, operations, {
      signal: controller.signal,
      describe: ofError,
      onProgress: (progress) => {
        if (performance.now() - shownAt < SHOWN_EVERY_MS) return
        shownAt = performance.now()
        setState({phase: 'running', file, plan, progress})
      },
    })
    setState({phase: 'done', file, plan, result})
  }
  return {
    state,
    choose,
    run,
    stop: () => stop.current?.abort(),
    forget: () => setState({phase: 'empty'}),
  }
}

async function readAllUsers(history: ShopHistory): Promise<Map<string, User>> {
  const users = new Map<string, User>()
  for await (const {documents} of history.users()) {
    for (const user of documents) users.set(user._id, user)
  }
  return users
}
