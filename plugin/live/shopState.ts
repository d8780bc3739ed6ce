import {compareText} from '../domain/alerts.ts'
import type {
  BillBalance,
  Payment,
  Product,
  StockLevel,
  StockTransaction,
} from '../domain/documents.ts'
import type {MalformedDocument} from '../domain/figures.ts'
import {billBalanceId, daySummaryId, SETTINGS_ID, stockLevelId} from '../domain/ids.ts'
import type {ShopOptions, ShopSettingsValues} from '../domain/options.ts'
import {createCollection} from './collection.ts'
import {createDraftIndex} from './draftIndex.ts'
import {createPaperAlertAggregates} from './paperAlertAggregates.ts'
import {createRanking} from './ranking.ts'
import {createShopAggregates} from './shopAggregates.ts'
import {createShopRelations} from './shopRelations.ts'
import {noticesOf, settingsOf} from './settings.ts'
import {createShopProof} from './proof/shopProof.ts'
import * as shapes from './shapes.ts'
import type {PaperAlerts} from '../domain/paperAlerts.ts'
import type {ShopCollections, ShopFigures, ShopRelations} from './types.ts'
import type {RawDocument} from './wire.ts'
import {isShopType} from './workingSet.ts'

/**
 * Every collection, index and aggregate of the shop. `place` puts one document (as shown: base with overlay) in its
 * place and moves all that depends on it; the cost does not grow with the number of documents.
 */
export function createShopState(options: ShopOptions) {
  const relations = createShopRelations()
  const aggregates = createShopAggregates({
    product: (id) => products.current().get(id),
    level: (id) => stockLevels.current().get(id),
    bill: (id) => bills.current().get(id),
    balance: (id) => byType.billBalance.current().get(id),
    summary: (id) => byType.daySummary.current().get(id),
    summaries: () => byType.daySummary.current().values(),
  })
  const papers = createPaperAlertAggregates()
  const malformed = createRanking<MalformedDocument>(
    (a, b) => compareText(a.type, b.type) || compareText(a.id, b.id),
  )
  const drafts = createDraftIndex()
  const levelOf = (productId: string) => stockLevels.current().get(stockLevelId(productId))
  const proof = createShopProof({
    levelOf,
    papers: {
      bill: (id) => bills.current().get(id),
      note: (id) => creditNotes.current().get(id),
      balance: (id) => byType.billBalance.current().get(id),
      paymentsByBill: relations.lookups.paymentsByBill,
      creditNotesByBill: relations.lookups.creditNotesByBill,
    },
    days: {
      ...aggregates.daySums,
      summary: (day) => byType.daySummary.current().get(daySummaryId(day)),
    },
    accounts: {
      account: (id) => byType.customerAccount.current().get(id),
      customerName: (id) => byType.user.current().get(id)?.name,
    },
  })
  let settings = settingsOf(options, undefined)
  let notices = noticesOf(options, undefined)

  aggregates.setTimeZone(settings.timeZone)

  const moveLevel = (id: string, before?: StockLevel, after?: StockLevel) => {
    aggregates.moveLevel(id, before, after)
    proof.moveLevel(before, after)
  }
  const moveProduct = (id: string, before?: Product, after?: Product) => {
    relations.moveProduct(id, before, after)
    aggregates.moveProduct(id, after)
  }
  const moveBalance = (id: string, before?: BillBalance, after?: BillBalance) => {
    aggregates.moveBalance(id, before, after)
    papers.moveBalance(id, after)
    proof.moveBalance(before, after)
  }
  const moveEntry = (id: string, before?: StockTransaction, after?: StockTransaction) => {
    relations.moveEntry(id, before, after)
    aggregates.moveEntry(before, after)
    proof.moveEntry(id, before, after)
  }
  const movePayment = (id: string, before?: Payment, after?: Payment) => {
    relations.movePayment(id, before, after)
    aggregates.movePayment(id, before, after)
    proof.movePayment(before, after)
  }
  const still = () => {}

  const products = createCollection(shapes.productShape, moveProduct)
  const stockLevels = createCollection(shapes.stockLevelShape, moveLevel)
  const bills = createCollection(shapes.billShape, (id, before, after) => {
    aggregates.moveBill(id, before, after)
    papers.moveBill(id, after)
    relations.moveBill(id, before, after)
    proof.moveBill(id, before, after)
  })
  const creditNotes = createCollection(shapes.creditNoteShape, (id, before, after) => {
    aggregates.moveCredit(id, before, after)
    relations.moveCreditNote(id, before, after)
    proof.moveNote(id, before, after)
  })
  const settingsCollection = createCollection(shapes.shopSettingsShape, (id, _before, after) => {
    if (id !== SETTINGS_ID) return
    settings = settingsOf(options, after)
    notices = noticesOf(options, after)
    aggregates.setTimeZone(settings.timeZone)
    proof.moveTimeZone()
  })
  const byType = {
    product: products,
    stockLevel: stockLevels,
    bill: bills,
    creditNote: creditNotes,
    shopSettings: settingsCollection,
    billBalance: createCollection(shapes.billBalanceShape, moveBalance),
    payment: createCollection(shapes.paymentShape, movePayment),
    stockTransaction: createCollection(shapes.stockTransactionShape, moveEntry),
    brand: createCollection(shapes.brandShape, still),
    category: createCollection(shapes.categoryShape, still),
    customerAccount: createCollection(shapes.customerAccountShape, (_id, before, after) =>
      proof.moveAccount(before, after),
    ),
    user: createCollection(shapes.userShape, (id, before, after) => {
      if (before?.name !== after?.name) proof.moveCustomer(id)
    }),
    billDraft: createCollection(shapes.billDraftShape, still),
    series: createCollection(shapes.seriesShape, (_id, before, after) =>
      proof.moveSeries(before, after),
    ),
    daySummary: createCollection(shapes.daySummaryShape, (id, before, after) => {
      aggregates.moveSummary(id, before, after)
      proof.moveSummary(before, after)
    }),
    alertNote: createCollection(shapes.alertNoteShape, still),
  }

  const related: ShopRelations = {
    ...relations.lookups,
    levelOf,
    balanceOf: (billId) => byType.billBalance.current().get(billBalanceId(billId)),
    coverOf: aggregates.coverOf,
  }

  return {
    related,
    suspicions: proof.suspicions,
    takeMovedSuspicions: proof.takeMoved,
    judgeMore: proof.judgeMore,
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
        customerAccounts: byType.customerAccount.current(),
        creditNotes: creditNotes.current(),
        billDrafts: byType.billDraft.current(),
        stockLevels: stockLevels.current(),
        stockTransactions: byType.stockTransaction.current(),
        series: byType.series.current(),
        daySummaries: byType.daySummary.current(),
        alertNotes: byType.alertNote.current(),
      }
    },

    setSalesWindow: aggregates.setSalesWindow,
    figuresOf: aggregates.figuresOf,
    figuresBetween: aggregates.figuresBetween,
    paperAlerts: (day: string): PaperAlerts =>
      papers.list({day, settings, summaries: byType.daySummary.current()}),

    /** `isCounted`: the day's bills are held, so it is counted from them; else it is read from its summary. */
    figures: (day: string, isCounted: boolean): ShopFigures =>
      aggregates.figures(day, isCounted, malformed.list()),
  }
}

export type ShopState = ReturnType<typeof createShopState>
