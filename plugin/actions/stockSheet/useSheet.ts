import {useToast} from '@sanity/ui/toast'
import {uuid} from '@sanity/uuid'
import {useEffect, useMemo, useReducer, useState} from 'react'
import {useDataset, useProjectId, useTranslation} from 'sanity'
import {stockLevelId} from '../../domain/ids.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {ShopOperations} from '../../operations/commands.ts'
import {useSanityOperations, useShopSnapshot, useShopStore} from '../../realtime/index.ts'
import {useSubmission} from '../shared/useSubmission.ts'
import {readSheet} from './readSheet.ts'
import type {SheetCommand} from './readSheet.ts'
import {createSavedSheet} from './savedSheet.ts'
import {emptySheet, sheetReducer} from './sheet.ts'
import type {Sheet, SheetMode} from './sheet.ts'

/** Products that a round begins with, with what is proposed of each in smallest steps. */
export interface SheetStart {
  mode: SheetMode
  products?: readonly {product: string; quantity?: number}[]
}

/** The round being made: kept in the tab until it is saved, saved once however often Enter is pressed. */
export function useSheet(start: SheetStart, onDone: () => void) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const toast = useToast()
  const {related} = useShopStore()
  const {stock} = useSanityOperations()
  const products = useShopSnapshot((snapshot) => snapshot.products)
  const levels = useShopSnapshot((snapshot) => snapshot.stockLevels)
  const entries = useShopSnapshot((snapshot) => snapshot.stockTransactions)
  const currency = useShopSnapshot(({settings}) => settings.currency)
  const saved = useSavedSheet(start)
  const [restored, setRestored] = useState(() => saved.load() !== undefined)
  const begin = (): Sheet => beginSheet(start, products)
  const [sheet, dispatch] = useReducer(sheetReducer, undefined, () => saved.load() ?? begin())
  const submission = useSubmission()
  const read = useMemo(
    () =>
      readSheet(sheet, {
        products,
        levelOf: (product) => levels.get(stockLevelId(product)),
        entriesOf: (product) => (entries.size === 0 ? [] : related.entriesByProduct(product)),
        currency,
      }),
    [sheet, products, levels, entries, related, currency],
  )

  useEffect(() => saved.save(sheet), [saved, sheet])

  const {command} = read
  const carryOut =
    command &&
    (async () => {
      await run(stock, command)
      saved.clear()
      toast.push({
        status: 'success',
        title: t(`sheet.${command.mode}.done`, {count: sheet.lines.length}),
      })
      onDone()
    })
  return {
    sheet,
    dispatch,
    read,
    products,
    restored,
    submission,
    save: () => void submission.submit(carryOut),
    startOver: () => {
      saved.clear()
      setRestored(false)
      submission.reset()
      dispatch({type: 'replace', sheet: begin()})
    },
  }
}

export type SheetState = ReturnType<typeof useSheet>

/** A round that begins with products of its own is another one than the open round of this tab. */
function useSavedSheet({mode, products}: SheetStart) {
  const projectId = useProjectId()
  const dataset = useDataset()
  const first = products?.map(({product}) => product).join(',') ?? 'shop'
  const place = [projectId, dataset, first].join('.')
  return useMemo(() => createSavedSheet(sessionStorage, place, mode), [place, mode])
}

function beginSheet(
  {mode, products: wanted = []}: SheetStart,
  products: Parameters<typeof readSheet>[1]['products'],
): Sheet {
  const now = new Date().toISOString()
  const lines = wanted.flatMap(({product, quantity}) => {
    const found = products.get(product)
    if (found === undefined) return []
    const text = quantity === undefined ? '' : String(quantity / 10 ** found.unit.decimals)
    return [{product, quantity: text, cost: '', countedAt: now}]
  })
  return {...emptySheet(uuid(), mode), lines}
}

function run(stock: ShopOperations['stock'], {mode, command}: SheetCommand): Promise<unknown> {
  if (mode === 'count') return stock.count(command)
  return mode === 'receive' ? stock.receive(command) : stock.returnToSupplier(command)
}
