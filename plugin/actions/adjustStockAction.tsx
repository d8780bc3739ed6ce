import {TransferIcon} from '@sanity/icons/Transfer'
import type {DocumentActionProps} from 'sanity'
import {AdjustStockDialog} from './adjustStock/AdjustStockDialog.lazy.ts'
import {createDialogAction} from './shared/createDialogAction.tsx'
import {message} from './shared/messages.ts'
import type {Message} from './shared/messages.ts'

declare module 'sanity' {
  /** Lets other plugins find and replace the action. */
  interface DocumentActionKeys {
    shopAdjustStock: never
  }
}

/** *Adjust stock* on a published product whose stock is tracked. */
export const adjustStockAction = createDialogAction({
  name: 'shopAdjustStock',
  label: 'adjust-stock',
  icon: TransferIcon,
  operation: 'stock.adjust',
  useRefusal: refuseStock,
  preloads: [AdjustStockDialog],
  Dialog: ({id, onClose}) => <AdjustStockDialog onClose={onClose} product={id} />,
})

/** Why the stock of a product cannot be moved by hand. */
export function refuseStock({published}: DocumentActionProps): Message | undefined {
  if (published === null) return message('action.disabled.publish-product')
  return published.trackStock === false ? message('action.disabled.untracked') : undefined
}
