import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {StackIcon} from '@sanity/icons/Stack'
import {TransferIcon} from '@sanity/icons/Transfer'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import type {StructureBuilder} from 'sanity/structure'
import {folder, listItem} from './lists.ts'

/** `stockState` of plugin/domain/alerts in GROQ, for products that have a level. */
const COUNTED = 'product->isActive == true && product->trackStock == true'
export const LOW_STOCK_FILTER = `${COUNTED} && onHand > 0 && defined(product->reorderLevel) && onHand <= product->reorderLevel`
export const OUT_OF_STOCK_FILTER = `${COUNTED} && onHand <= 0`

/** Levels, what is low or gone, and the ledger. */
export function stockItem(S: StructureBuilder) {
  return folder(S, {id: 'stock', title: 'structure.stock', icon: StackIcon}, [
    listItem(S, {id: 'levels', title: 'structure.levels', icon: StackIcon}, () => ({
      type: 'stockLevel',
    })),
    listItem(S, {id: 'low-stock', title: 'structure.low-stock', icon: WarningOutlineIcon}, () => ({
      type: 'stockLevel',
      filter: LOW_STOCK_FILTER,
    })),
    listItem(
      S,
      {id: 'out-of-stock', title: 'structure.out-of-stock', icon: ErrorOutlineIcon},
      () => ({
        type: 'stockLevel',
        filter: OUT_OF_STOCK_FILTER,
      }),
    ),
    listItem(S, {id: 'papers', title: 'structure.papers', icon: ClipboardIcon}, () => ({
      type: 'stockOperation',
    })),
    listItem(S, {id: 'movements', title: 'structure.movements', icon: TransferIcon}, () => ({
      type: 'stockTransaction',
    })),
  ])
}
