import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {isShopTypeName} from '../types.ts'

/** The project's own document types, below a line; nothing when the shop is all there is. */
export function otherTypes(S: StructureBuilder) {
  const others = S.documentTypeListItems().filter((item: ListItemBuilder) => {
    const id = item.getId()
    return id !== undefined && !isShopTypeName(id)
  })
  return others.length === 0 ? [] : [S.divider(), ...others]
}
