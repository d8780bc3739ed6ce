import type {SanityClient} from '@sanity/client'
import type {ImportKind, ImportShop} from '../../plugin/csv/importTypes.ts'
import {planImport} from '../../plugin/csv/planImport.ts'
import {readCsv} from '../../plugin/csv/readCsv.ts'
import {runImport} from '../../plugin/csv/runImport.ts'
import type {
  AnyShopDocument,
  DocumentByType,
  ShopDocumentType,
} from '../../plugin/domain/documents.ts'
import type {TestShop} from './shopRig.ts'

/** What a dry run has to know, as the live store holds it. */
export async function importShopOf(client: SanityClient, currency = 'INR'): Promise<ImportShop> {
  const documents = await client.fetch<AnyShopDocument[]>('*[defined(_type)]')
  const mapOf = <K extends ShopDocumentType>(type: K): Map<string, DocumentByType[K]> =>
    new Map(documents.filter(isOfType(type)).map((document) => [document._id, document]))
  return {
    currency,
    products: mapOf('product'),
    brands: mapOf('brand'),
    categories: mapOf('category'),
    users: mapOf('user'),
    stockLevels: mapOf('stockLevel'),
  }
}

const isOfType =
  <K extends ShopDocumentType>(type: K) =>
  (document: AnyShopDocument): document is Extract<AnyShopDocument, DocumentByType[K]> =>
    document._type === type

/** The dry run of a file's text against what the lake holds now. */
export async function dryRun(client: SanityClient, kind: ImportKind, text: string) {
  return planImport(kind, await readCsv(text), await importShopOf(client))
}

/** The dry run, and the import that it planned. */
export async function importInto(into: TestShop, kind: ImportKind, text: string) {
  const plan = await dryRun(into.client, kind, text)
  return {plan, result: await runImport(plan, into.operations)}
}

/** Two products in steps of one and of a hundredth, and one without stock. */
export const PRODUCTS_FILE = `SKU,Name,Brand,Category,Unit,Unit decimals,Price,Tax %,Reorder at,Track stock
FAN-1,Ceiling fan,Halden,Fans,pcs,0,1499.50,18,5,yes
WIRE,House wire,Halden,Wires,m,2,32.5,5.25,12.50,
VISIT,Home visit,,,visit,0,250,,,no
`
