export {createShopStore} from './live/createShopStore.ts'
export type {CreateShopStoreOptions, LiveShopStore} from './live/createShopStore.ts'
export type * from './live/types.ts'
export {createShopOperations} from './operations/createShopOperations.ts'
export type {ShopOperationsConfig} from './operations/createShopOperations.ts'
export {shopGrants} from './operations/grants.ts'
export type {ShopGrant} from './operations/grants.ts'
export {mayDo} from './operations/permissions.ts'
export type {OperationName} from './operations/permissions.ts'
export type {RepeatedAttempt} from './operations/untilDone.ts'
export type * from './operations/commands.ts'
export type * from './domain/documents.ts'
export type {ShopOptions, ShopSettingsValues} from './domain/options.ts'
export type {OptimisticPort, ShopMutation, ShopTransaction} from './domain/mutation.ts'
export {
  InvalidCommandError,
  NotPermittedError,
  OutOfStockError,
  ReferencedError,
  ShopError,
} from './domain/errors.ts'
export type {FieldIssue, Shortage, ShopErrorCode} from './domain/errors.ts'
export {computeTotals} from './domain/billTotals.ts'
export {currencyExponent, formatMoney, formatMoneyInput, parseMoney} from './domain/money.ts'
export {formatQuantity, formatQuantityInput, parseQuantity} from './domain/quantity.ts'
export {buildStatement, readStatementRecords} from './domain/statement.ts'
export type * from './domain/statement.ts'
export {proveShop} from './domain/proof.ts'
export type {Drift} from './domain/proof.ts'
