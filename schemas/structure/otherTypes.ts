import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import type {ShopTypeName} from '../types.ts'

const SHOP_TYPES: Record<ShopTypeName, true> = {
  product: true,
  brand: true,
  category: true,
  user: true,
  bill: true,
  billBalance: true,
  payment: true,
  creditNote: true,
  billDraft: true,
  stockLevel: true,
  stockTransaction: true,
  stockOperation: true,
  series: true,
  daySummary: true,
  shopSettings: true,
  customerAccount: true,
  sku: true,
  alertNote: true,
}

/** The project's own document types, below a line; nothing when the shop is all there is. */
export function otherTypes(S: StructureBuilder) {
  const others = S.documentTypeListItems().filter((item: ListItemBuilder) => {
    const id = item.getId()
    return id !== undefined && !(id in SHOP_TYPES)
  })
  return others.length === 0 ? [] : [S.divider(), ...others]
}
