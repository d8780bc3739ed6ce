import type {ShopDocument, TestChange} from '../../domain/documents.ts'
import type {ShopRelations, ShopSnapshot, ShopStore} from '../../live/types.ts'

/**
 * The document that a test operation wrote, once it has come back through the listener: an optimistic value does not
 * count. Its `_createdAt` is the moment of the commit.
 */
export function arrivalOf(
  {getSnapshot, related}: Pick<ShopStore, 'getSnapshot' | 'related'>,
  change: TestChange,
): ShopDocument | undefined {
  const snapshot = getSnapshot()
  const document = writtenBy(change, snapshot, related)
  return document === undefined || snapshot.pending.has(document._id) ? undefined : document
}

function writtenBy(
  change: TestChange,
  {brands, bills}: ShopSnapshot,
  {entriesByProduct}: ShopRelations,
): ShopDocument | undefined {
  switch (change.what) {
    case 'nothing':
      return undefined
    case 'brand':
      return [...brands.values()].find(({name}) => name === change.name)
    case 'bill':
      return bills.get(change.id)
    case 'stock':
      return entriesByProduct(change.product).find(({sequence}) => sequence > change.after)
  }
}
