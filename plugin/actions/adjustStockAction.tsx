import {TransferIcon} from '@sanity/icons/Transfer'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import type {DocumentActionComponent, DocumentActionProps} from 'sanity'
import {SHOP_NAMESPACE} from '../i18n/index.ts'
import {AdjustStockDialog} from './adjustStock/AdjustStockDialog.lazy.ts'
import {ShopDialog} from './shared/ShopDialog.tsx'
import {useShopReady} from './shared/useShop.ts'

declare module 'sanity' {
  /** Lets other plugins find and replace the action. */
  interface DocumentActionKeys {
    shopAdjustStock: never
  }
}

/** *Adjust stock* on a published product whose stock is tracked. */
const useAdjustStockAction: DocumentActionComponent = (props) => {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const ready = useShopReady()
  const [open, setOpen] = useState(false)
  const reason = ready ? refusal(props) : 'loading'
  return {
    label: t('action.adjust-stock'),
    icon: TransferIcon,
    disabled: reason !== undefined,
    title: reason === undefined ? undefined : t(`action.disabled.${reason}`),
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'custom',
      component: (
        <ShopDialog>
          <AdjustStockDialog onClose={() => setOpen(false)} product={props.id} />
        </ShopDialog>
      ),
    },
  }
}
useAdjustStockAction.action = 'shopAdjustStock'
useAdjustStockAction.displayName = 'AdjustStockAction'

export {useAdjustStockAction as adjustStockAction}

function refusal({published}: DocumentActionProps): string | undefined {
  if (published === null) return 'publish-product'
  return published.trackStock === false ? 'untracked' : undefined
}
