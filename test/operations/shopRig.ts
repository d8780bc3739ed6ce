import type {SanityClient} from '@sanity/client'
import {createShopOperations} from '../../plugin/operations/createShopOperations.ts'
import type {ShopOperationsConfig} from '../../plugin/operations/createShopOperations.ts'
import type {ShopOperations} from '../../plugin/operations/commands.ts'
import {proveShop} from '../../plugin/domain/proof.ts'
import type {Bill, BillBalance, Product, ShopDocument} from '../../plugin/domain/documents.ts'
import {createLakeClient} from '../../studio/run/lakeClient.ts'
import {startTestLake} from '../rig/lake.ts'
import type {TestLake, TestLakeOptions} from '../rig/lake.ts'

const OPTIONS = {
  currency: 'INR',
  timeZone: 'Asia/Kolkata',
  tax: {defaultRate: 1800},
} as const

/** A shop in an empty lake of its own. */
export interface TestShop {
  lake: TestLake
  client: SanityClient
  operations: ShopOperations
  /** A till of its own: another operations instance, as another device has it. */
  till(name: string, config?: Partial<ShopOperationsConfig>): ShopOperations
  /** A client that reaches the lake through a proxy. */
  clientThrough(url: string): SanityClient
  product(fields?: Partial<Product>): Promise<Product>
  /** A product with this many smallest steps on hand since yesterday, at 100.00 a whole unit. */
  stocked(onHand: number, fields?: Partial<Product>): Promise<Product>
  documents(type?: string): Promise<ShopDocument[]>
  balanceOf(bill: Pick<Bill, '_id'>): Promise<BillBalance>
  onHand(product: Product): Promise<number | undefined>
  /** Everything that does not follow from the ledger, the bills and the payments. */
  differences(): Promise<string[]>
  close(): Promise<void>
}

export async function startTestShop(options: TestLakeOptions = {}): Promise<TestShop> {
  const lake = await startTestLake(options)
  const client = lake.client()
  let made = 0
  const till = (name: string, config: Partial<ShopOperationsConfig> = {}) =>
    createShopOperations({client, actor: {id: name, name}, options: OPTIONS, ...config})
  const operations = till('Asha')
  const product = (fields: Partial<Product> = {}) => {
    made++
    return operations.products.create({
      name: `Fan ${made}`,
      sku: `FAN-${made}`,
      price: 150_00,
      ...fields,
    })
  }
  const documents = (type?: string) =>
    type === undefined
      ? client.fetch<ShopDocument[]>('*[!(_id in path("_.**"))]')
      : client.fetch<ShopDocument[]>('*[_type == $type] | order(_id asc)', {type})
  return {
    lake,
    client,
    operations,
    till,
    clientThrough: (url) => createLakeClient({...lake, url}, 'production'),
    product,
    stocked: async (onHand, fields) => {
      const opened = await product(fields)
      const line = {product: opened._id, quantity: onHand, unitCost: 100_00}
      const occurredAt = new Date(Date.now() - 86_400_000).toISOString()
      await operations.stock.open({key: `open ${opened._id}`, lines: [line], occurredAt})
      return opened
    },
    documents,
    balanceOf: ({_id: id}) =>
      client.fetch<BillBalance>('*[_type == "billBalance" && bill._ref == $id][0]', {id}),
    onHand: async ({_id}) =>
      (await client.getDocument<{onHand: number}>(`stockLevel.${_id}`))?.onHand,
    differences: async () => proveShop(await documents()).map((difference) => difference.message),
    close: lake.close,
  }
}
