import {compareText} from '../domain/alerts.ts'
import type {BillBalance, Product, StockLevel, StockTransaction} from '../domain/documents.ts'
import {averageBill, summaryTotals} from '../domain/figures.ts'
import type {MalformedDocument} from '../domain/figures.ts'
import {billBalanceId, daySummaryId, SETTINGS_ID, stockLevelId} from '../domain/ids.ts'
import type {ShopOptions, ShopSettingsValues} from '../domain/options.ts'
import {createCollection} from './collection.ts'
import {createDayAggregates} from './dayAggregates.ts'
import {createDraftIndex} from './draftIndex.ts'
import {createRanking} from './ranking.ts'
import {createReceivableAggregates} from './receivableAggregates.ts'
import {createShopRelations} from './shopRelations.ts'
import {noticesOf, settingsOf} from './settings.ts'
import {createShopProof} from './proof/shopProof.ts'
import * as shapes from './shapes.ts'
import {createStockAggregates} from './stockAggregates.ts'
import type {ShopCollections, ShopFigures, ShopRelations} from './types.ts'
import type {RawDocument} from './wire.ts'
import {isShopType} from './workingSet.ts'

const LEVEL_PREFIX = stockLevelId('')

/**
 * Every collection, index and aggregate of the shop. `place` puts one document (as shown: base with overlay) in its
 * place and moves all that depends on it; the cost does not grow with the number of documents.
 */
export function createShopState(options: ShopOptions) {
  const relations = createShopRelations()
  const stock = createStockAggregates()
  const receivables = createReceivableAggregates()
  const days = createDayAggregates({
    bill: (id) => bills.current().get(id),
    balance: (id) => byType.billBalance.current().get(id),
  })
  const malformed = createRanking<MalformedDocument>(
    (a, b) => compareText(a.type, b.type) || compareText(a.id, b.id),
  )
  const drafts = createDraftIndex()
  const proof = createShopProof({
    bill: (id) => bills.current().get(id),
    note: (id) => creditNotes.current().get(id),
    balance: (id) => byType.billBalance.current().get(id),
  })
  let settings = settingsOf(options, undefined)
  let notices = noticesOf(options, undefined)

  const rateStock = (productId: string) =>
    stock.rate(
      productId,
      products.current().get(productId),
      stockLevels.current().get(stockLevelId(productId)),
    )

  const moveLevel = (id: string, before?: StockLevel, after?: StockLevel) => {
    stock.moveLevel(before, after)
    proof.moveLevel(before, after)
    if (id.startsWith(LEVEL_PREFIX)) rateStock(id.slice(LEVEL_PREFIX.length))
  }
  const moveProduct = (id: string, before?: Product, after?: Product) => {
    relations.moveProduct(id, before, after)
    rateStock(id)
  }
  const moveBalance = (id: string, before?: BillBalance, after?: BillBalance) => {
    receivables.moveBalance(id, after)
    days.moveBalance(id, before, after)
    proof.moveBalance(before, after)
  }
  const moveEntry = (id: string, before?: StockTransaction, after?: StockTransaction) => {
    relations.moveEntry(id, before, after)
    proof.moveEntry(id, before, after)
  }
  const still = () => {}

  const products = createCollection(shapes.productShape, moveProduct)
  const stockLevels = createCollection(shapes.stockLevelShape, moveLevel)
  const bills = createCollection(shapes.billShape, (id, before, after) => {
    days.moveBill(id, before, after)
    relations.moveBill(id, before, after)
    proof.movePaper(id, before, after)
  })
  const creditNotes = createCollection(shapes.creditNoteShape, (id, before, after) => {
    days.moveCredit(before, after)
    relations.moveCreditNote(id, before, after)
    proof.movePaper(id, before, after)
  })
  const settingsCollection = createCollection(shapes.shopSettingsShape, (id, _before, after) => {
    if (id !== SETTINGS_ID) return
    settings = settingsOf(options, after)
    notices = noticesOf(options, after)
  })
  const byType = {
    product: products,
    stockLevel: stockLevels,
    bill: bills,
    creditNote: creditNotes,
    shopSettings: settingsCollection,
    billBalance: createCollection(shapes.billBalanceShape, moveBalance),
    payment: createCollection(shapes.paymentShape, relations.movePayment),
    stockTransaction: createCollection(shapes.stockTransactionShape, moveEntry),
    brand: createCollection(shapes.brandShape, still),
    category: createCollection(shapes.categoryShape, still),
    user: createCollection(shapes.userShape, still),
    billDraft: createCollection(shapes.billDraftShape, still),
    series: createCollection(shapes.seriesShape, (_id, before, after) =>
      proof.moveSeries(before, after),
    ),
    daySummary: createCollection(shapes.daySummaryShape, still),
  }

  const dayTotals = (day: string, isCounted: boolean) => {
    if (isCounted) return days.of(day)
    const summary = byType.daySummary.current().get(daySummaryId(day))
    return summary === undefined ? days.of(day) : summaryTotals(summary)
  }

  const related: ShopRelations = {
    ...relations.lookups,
    levelOf: (productId) => stockLevels.current().get(stockLevelId(productId)),
    balanceOf: (billId) => byType.billBalance.current().get(billBalanceId(billId)),
  }

  return {
    related,
    suspicions: proof.suspicions,
    drafts: () => drafts.current(),
    settings: (): ShopSettingsValues => settings,
    notices: (): readonly string[] => notices,

    /** `type` is needed for a document that is gone. */
    place(id: string, type: string, document: RawDocument | undefined): void {
      if (drafts.place(id, document !== undefined)) return
      if (!isShopType(type)) return
      const reason = byType[type].place(id, document)
      malformed.set(id, reason === undefined ? undefined : {id, type, reason})
    },

    collections(): ShopCollections {
      return {
        products: products.current(),
        brands: byType.brand.current(),
        categories: byType.category.current(),
        users: byType.user.current(),
        bills: bills.current(),
        billBalances: byType.billBalance.current(),
        payments: byType.payment.current(),
        creditNotes: creditNotes.current(),
        billDrafts: byType.billDraft.current(),
        stockLevels: stockLevels.current(),
        stockTransactions: byType.stockTransaction.current(),
        series: byType.series.current(),
        daySummaries: byType.daySummary.current(),
      }
    },

    /** `isCounted`: the day's bills are held, so it is counted from them; else it is read from its summary. */
    figures(day: string, isCounted: boolean): ShopFigures {
      receivables.setDay(day)
      const totals = dayTotals(day, isCounted)
      return {
        day,
        billsToday: totals.bills,
        salesToday: totals.sales,
        averageBill: averageBill(totals),
        creditsToday: totals.credits,
        stockValue: stock.value(),
        receivables: receivables.sum(),
        lowStock: stock.lowStock(),
        outOfStock: stock.outOfStock(),
        negativeStock: stock.negativeStock(),
        overdue: receivables.overdue(),
        malformed: malformed.list(),
      }
    },
  }
}

export type ShopState = ReturnType<typeof createShopState>
