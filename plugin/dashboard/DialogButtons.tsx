import {AddIcon} from '@sanity/icons/Add'
import {TransferIcon} from '@sanity/icons/Transfer'
import {Button} from '@sanity/ui'
import {useRef, useState} from 'react'
import {useTranslation} from 'sanity'
import {AdjustStockDialog} from '../actions/adjustStock/AdjustStockDialog.lazy.ts'
import {CreateBillDialog} from '../actions/createBill/CreateBillDialog.lazy.ts'
import {TillWarmUp} from '../actions/createBill/TillWarmUp.tsx'
import {ReceiptDialog} from '../actions/papers/ReceiptDialog.lazy.ts'
import {usePreload} from '../components/lazyComponent.tsx'
import {ShopDialog} from '../actions/shared/ShopDialog.tsx'
import {useShopReady} from '../actions/shared/useShop.ts'
import {SHOP_NAMESPACE} from '../i18n/index.ts'
import {useRefusal} from './table/useRefusal.ts'

const DIALOGS = [CreateBillDialog, AdjustStockDialog, ReceiptDialog]

type OpenDialog = 'bill' | 'stock' | undefined

/** The two dialogs of the dashboard; focus returns to the button that opened one. */
export function DialogButtons() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const ready = useShopReady()
  const [open, setOpen] = useState<OpenDialog>()
  const billButton = useRef<HTMLButtonElement>(null)
  const stockButton = useRef<HTMLButtonElement>(null)
  usePreload(DIALOGS, ready)
  const refusalOf = useRefusal()
  const may = (operation: 'bills.create' | 'stock.adjust') => {
    const refused = refusalOf(operation) !== undefined
    const reason = refused ? t('action.disabled.not-permitted') : undefined
    return {disabled: !ready || refused, title: reason, 'aria-description': reason}
  }
  const close = () => {
    const button = open === 'bill' ? billButton.current : stockButton.current
    setOpen(undefined)
    button?.focus()
  }
  return (
    <>
      <Button
        {...may('stock.adjust')}
        data-testid="shop-adjust-stock"
        fontSize={1}
        icon={TransferIcon}
        mode="ghost"
        onClick={() => setOpen('stock')}
        padding={2}
        ref={stockButton}
        text={t('dashboard.adjust-stock')}
      />
      <Button
        {...may('bills.create')}
        data-testid="shop-create-bill"
        fontSize={1}
        icon={AddIcon}
        onClick={() => setOpen('bill')}
        padding={2}
        ref={billButton}
        text={t('dashboard.create-bill')}
      />
      {ready && open === undefined && <TillWarmUp />}
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
