import {createContext, useContext, useMemo, useState} from 'react'
import type {ReactNode} from 'react'
import {ShopDialog} from '../shared/ShopDialog.tsx'
import {ReceiptDialog} from './ReceiptDialog.lazy.ts'

export interface Receipts {
  /** Shows the paper of a bill or credit note; stands even when what asked for it is gone from the screen. */
  open: (id: string) => void
}

/** For what is rendered elsewhere, in a toast: hand `useReceipts()` on. */
export const ReceiptContext = createContext<Receipts | undefined>(undefined)

/** Where receipts open: the dialog of a bill is closed by then. */
export function ReceiptProvider({children}: {children: ReactNode}) {
  const [id, setId] = useState<string>()
  const receipts = useMemo((): Receipts => ({open: setId}), [])
  return (
    <ReceiptContext value={receipts}>
      {children}
      {id !== undefined && (
        <ShopDialog>
          <ReceiptDialog id={id} onClose={() => setId(undefined)} />
        </ShopDialog>
      )}
    </ReceiptContext>
  )
}

export function useReceipts(): Receipts {
  const receipts = useContext(ReceiptContext)
  if (receipts === undefined) throw new Error('Receipts open below the layout of shop() alone.')
  return receipts
}
