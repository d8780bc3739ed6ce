import type {SchemaTypeDefinition} from 'sanity'
import {resolveOptions, type ShopOptions} from '../plugin/domain/options.ts'
import {alertNoteType} from './documents/alertNote.ts'
import {createBillType} from './documents/bill.ts'
import {createBillBalanceType} from './documents/billBalance.ts'
import {billDraftType} from './documents/billDraft.ts'
import {brandType} from './documents/brand.ts'
import {categoryType} from './documents/category.ts'
import {createCreditNoteType} from './documents/creditNote.ts'
import {createCustomerAccountType} from './documents/customerAccount.ts'
import {createDaySummaryType} from './documents/daySummary.ts'
import {createPaymentType} from './documents/payment.ts'
import {createProductType} from './documents/product.ts'
import {seriesType} from './documents/series.ts'
import {createShopSettingsType} from './documents/shopSettings.ts'
import {skuType} from './documents/sku.ts'
import {createStockLevelType} from './documents/stockLevel.ts'
import {stockOperationType} from './documents/stockOperation.ts'
import {createStockTransactionType} from './documents/stockTransaction.ts'
import {createUserType} from './documents/user.ts'

export {filterNewDocumentOptions, filterShopActions, translateTemplates} from './filters.ts'
export {shopDefaultDocumentNode} from './structure/defaultDocumentNode.ts'
export {shopStructure} from './structure/shopStructure.ts'
export {ShopField} from './translation/ShopField.tsx'
export {ShopInput} from './translation/ShopInput.tsx'
export {ShopPreview} from './translation/ShopPreview.tsx'
export {creatableTypes, isOperationOnlyType, operationOnlyTypes} from './types.ts'

/**
 * All document types of the shop, for `schema.types`. `options` are those given to `shop()`: previews show money in
 * `options.currency`; open forms follow the stored settings.
 *
 * Sanity's schemas have one language, English here. `shop()` shows their texts in the Studio's: `ShopField`, `ShopInput`
 * and `ShopPreview` look them up by `textKey` in the bundles.
 */
export function shopSchemaTypes(options: ShopOptions = {}): SchemaTypeDefinition[] {
  const {currency} = resolveOptions(options)
  return [
    createProductType(currency),
    brandType,
    categoryType,
    createUserType(currency),
    createBillType(currency),
    createBillBalanceType(currency),
    createPaymentType(currency),
    createCreditNoteType(currency),
    billDraftType,
    createStockLevelType(currency),
    createStockTransactionType(currency),
    stockOperationType,
    seriesType,
    createDaySummaryType(currency),
    createCustomerAccountType(currency),
    skuType,
    alertNoteType,
    createShopSettingsType(options),
  ]
}
