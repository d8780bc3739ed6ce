import {AddCircleIcon} from '@sanity/icons/AddCircle'
import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {refuseStock} from './adjustStockAction.tsx'
import {createDialogAction} from './shared/createDialogAction.tsx'
import {StockSheetDialog} from './stockSheet/StockSheetDialog.lazy.ts'

declare module 'sanity' {
  /** Lets other plugins find and replace the actions. */
  interface DocumentActionKeys {
    shopReceiveStock: never
    shopCountStock: never
  }
}

/** *Receive* goods of a published product whose stock is tracked, and of others with it. */
export const receiveStockAction = createDialogAction({
  name: 'shopReceiveStock',
  label: 'receive-stock',
  icon: AddCircleIcon,
  operation: 'stock.receive',
  useRefusal: refuseStock,
  preloads: [StockSheetDialog],
  Dialog: ({id, onClose}) => (
    <StockSheetDialog mode="receive" onClose={onClose} products={[{product: id}]} />
  ),
})

/** *Count* a product, and others with it, while sales go on. */
export const countStockAction = createDialogAction({
  name: 'shopCountStock',
  label: 'count-stock',
  icon: ClipboardIcon,
  operation: 'stock.count',
  useRefusal: refuseStock,
  preloads: [StockSheetDialog],
  Dialog: ({id, onClose}) => (
    <StockSheetDialog mode="count" onClose={onClose} products={[{product: id}]} />
  ),
})
