import {BasketIcon} from '@sanity/icons/Basket'
import type {DocumentActionProps} from 'sanity'
import {CreateBillDialog} from './createBill/CreateBillDialog.lazy.ts'
import {createDialogAction} from './shared/createDialogAction.tsx'
import {message} from './shared/messages.ts'
import type {Message} from './shared/messages.ts'

declare module 'sanity' {
  /** Lets other plugins find and replace the action. */
  interface DocumentActionKeys {
    shopCreateBill: never
  }
}

/** *Create bill* on a customer (who then stands on it) and on a product (which is its first line). */
export const createBillAction = createDialogAction({
  name: 'shopCreateBill',
  label: 'create-bill',
  icon: BasketIcon,
  operation: 'bills.create',
  useRefusal: refuse,
  preloads: [CreateBillDialog],
  Dialog: ({id, type, onClose}) => (
    <CreateBillDialog {...(type === 'user' ? {customer: id} : {product: id})} onClose={onClose} />
  ),
})

function refuse({type, published}: DocumentActionProps): Message | undefined {
  if (published === null) {
    return message(`action.disabled.${type === 'user' ? 'publish-customer' : 'publish-product'}`)
  }
  return type === 'product' && published.isActive === false
    ? message('action.disabled.inactive-product')
    : undefined
}
