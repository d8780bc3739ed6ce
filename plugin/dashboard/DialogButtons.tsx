import {AddIcon} from '@sanity/icons/Add'
import {TransferIcon} from '@sanity/icons/Transfer'
import {Button} from '@sanity/ui'
import {useEffect, useRef, useState} from 'react'
import {useTranslation} from 'sanity'
import {
  AdjustStockDialog,
  preloadAdjustStockDialog,
} from '../actions/adjustStock/AdjustStockDialog.lazy.ts'
import {
  CreateBillDialog,
  preloadCreateBillDialog,
} from '../actions/createBill/CreateBillDialog.lazy.ts'
import {ShopDialog} from '../actions/shared/ShopDialog.tsx'
import {useShopReady} from '../actions/shared/useShop.ts'
import {SHOP_NAMESPACE} from '../i18n/index.ts'

type OpenDialog = 'bill' | 'stock' | undefined

/** The two dialogs of the dashboard; focus returns to the button that opened one. */
export function DialogButtons() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const ready = useShopReady()
  const [open, setOpen] = useState<OpenDialog>()
  const billButton = useRef<HTMLButtonElement>(null)
  const stockButton = useRef<HTMLButtonElement>(null)
  useEffect(() => preloadOnceReady(ready), [ready])
  const close = () => {
    const button = open === 'bill' ? billButton.current : stockButton.current
    setOpen(undefined)
    button?.focus()
  }
  return (
    <>
      <Button
        data-testid="shop-adjust-stock"
        disabled={!ready}
        fontSize={1}
        icon={TransferIcon}
        mode="ghost"
        onClick={() => setOpen('stock')}
        padding={2}
        ref={stockButton}
        text={t('dashboard.adjust-stock')}
      />
      <Button
        data-testid="shop-create-bill"
        disabled={!ready}
        fontSize={1}
        icon={AddIcon}
        onClick={() => setOpen('bill')}
        padding={2}
        ref={billButton}
        text={t('dashboard.create-bill')}
      />
      {open === 'bill' && (
        <ShopDialog>
          <CreateBillDialog onClose={close} />
        </ShopDialog>
      )}
      {open === 'stock' && (
        <ShopDialog>
          <AdjustStockDialog onClose={close} />
        </ShopDialog>
      )}
    </>
  )
}

/** Once the figures stand there, so that the dialogs never wait for the network. */
function preloadOnceReady(ready: boolean): (() => void) | undefined {
  if (!ready) return undefined
  const timer = setTimeout(() => {
    // A dialog that cannot be fetched now is fetched when it opens, where its error boundary tells.
    void Promise.allSettled([preloadCreateBillDialog(), preloadAdjustStockDialog()])
  }, 500)
  return () => clearTimeout(timer)
}
