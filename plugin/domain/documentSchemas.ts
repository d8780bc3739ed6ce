/*
 * Documents come from a lake that anyone with a token can write to: they are parsed before an operation relies on them.
 * Attributes that no operation reads are let through as they are.
 */
export {alertNoteSchema} from './parsing/alertNote.ts'
export {
  brandSchema,
  categorySchema,
  productSchema,
  skuSchema,
  userSchema,
} from './parsing/catalogue.ts'
export {latencyTestSchema} from './parsing/latencyTest.ts'
export {billDraftSchema, billSchema, creditNoteSchema} from './parsing/papers.ts'
export {unitSchema} from './parsing/parts.ts'
export {billBalanceSchema, customerAccountSchema, paymentSchema} from './parsing/settlement.ts'
export {
  daySummarySchema,
  seriesSchema,
  settingsValuesSchema,
  shopSettingsSchema,
} from './parsing/shop.ts'
export {stockLevelSchema, stockOperationSchema, stockTransactionSchema} from './parsing/stock.ts'
