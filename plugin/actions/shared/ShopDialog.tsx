import {Suspense} from 'react'
import type {ReactNode} from 'react'

/** Dialogs load when first opened; what opened them stays on screen meanwhile. */
export function ShopDialog({children}: {children: ReactNode}) {
  return <Suspense fallback={null}>{children}</Suspense>
}
