import {BasketIcon} from '@sanity/icons/Basket'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import type {DocumentActionComponent, DocumentActionProps} from 'sanity'
import {SHOP_NAMESPACE} from '../i18n/index.ts'
import {CreateBillDialog} from './createBill/CreateBillDialog.lazy.ts'
import {ShopDialog} from './shared/ShopDialog.tsx'
import {useShopReady} from './shared/useShop.ts'

declare module 'sanity' {
  /** Lets other plugins find and replace the action. */
  interface DocumentActionKeys {
    shopCreateBill: never
  }
}

/** *Create bill* on a customer (who then stands on it) and on a product (which is its first line). */
const useCreateBillAction: DocumentActionComponent = (props) => {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const ready = useShopReady()
  const [open, setOpen] = useState(false)
  const reason = ready ? refusal(props) : 'loading'
  const start = props.type === 'user' ? {customer: props.id} : {product: props.id}
  return {
    label: t('action.create-bill'),
    icon: BasketIcon,
    disabled: reason !== undefined,
    title: reason === undefined ? undefined : t(`action.disabled.${reason}`),
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'custom',
      component: (
        <ShopDialog>
          <CreateBillDialog {...start} onClose={() => setOpen(false)} />
        </ShopDialog>
      ),
    },
  }
}
useCreateBillAction.action = 'shopCreateBill'
useCreateBillAction.displayName = 'CreateBillAction'

export {useCreateBillAction as createBillAction}

function refusal({type, published}: DocumentActionProps): string | undefined {
  if (published === null) return type === 'user' ? 'publish-customer' : 'publish-product'
  if (type === 'product' && published.isActive === false) return 'inactive-product'
  return undefined
}
