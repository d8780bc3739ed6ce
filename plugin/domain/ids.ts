import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'

/** First 32 hex characters of SHA-256: document ids and command hashes; no raw key ever stands in an id. */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32)
}

export const SETTINGS_ID = 'shopSettings.shop'

/** `type` is the document type; dotted ids are private even in a public dataset. */
export function idFromKey(type: string, key: string): string {
  return `${type}.${hashText(key)}`
}

/** One a product; by it a product with stock cannot be deleted. */
export function stockLevelId(productId: string): string {
  return `stockLevel.${productId}`
}

/** One a product and sequence: of two that write the same entry, one is refused. */
export function stockTransactionId(productId: string, sequence: number): string {
  return `stockTransaction.${hashText(`${productId}#${sequence}`)}`
}

/** A bill's balance shares the bill's hash. */
export function billBalanceId(billId: string): string {
  return `billBalance.${billId.slice(billId.indexOf('.') + 1)}`
}

/** One a customer; `user` is the user's document id. */
export function customerAccountId(user: string): string {
  return `customerAccount.${hashText(user)}`
}

/** What people agreed about the alert with this key. */
export function alertNoteId(alert: string): string {
  return `alertNote.${hashText(alert)}`
}

const LATENCY_TESTS = 'latencyTest'

export function latencyTestId(key: string): string {
  return idFromKey(LATENCY_TESTS, key)
}

/** Also of a document that is gone, of which only the id is told. */
export function isLatencyTestId(id: string): boolean {
  return id.startsWith(`${LATENCY_TESTS}.`)
}

export function skuId(sku: string): string {
  return `sku.${hashText(sku)}`
}

export function daySummaryId(day: string): string {
  return `daySummary.${day}`
}

export function seriesId(name: string): string {
  return `series.${name}`
}

/** A document id as an attribute name (letters, digits, underscore): key of `DaySummary.byCategory` and `byBrand`. */
export function attributeKey(id: string): string {
  return `k_${id.replaceAll(/[^A-Za-z0-9]/g, '_')}`
}
