/** What each type's documents must look like to be counted. */
export {alertNoteShape} from './shapes/alertNote.ts'
export {brandShape, categoryShape, productShape, userShape} from './shapes/catalogue.ts'
export {
  billBalanceShape,
  billDraftShape,
  billShape,
  creditNoteShape,
  customerAccountShape,
  paymentShape,
} from './shapes/papers.ts'
export {daySummaryShape, seriesShape, shopSettingsShape} from './shapes/shop.ts'
export {stockLevelShape, stockTransactionShape} from './shapes/stock.ts'
