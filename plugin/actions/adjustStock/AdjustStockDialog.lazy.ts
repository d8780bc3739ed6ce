import {lazy} from 'react'

const load = () => import('./AdjustStockDialog.tsx')

export const AdjustStockDialog = lazy(load)

/** Fetches the dialog ahead, so that it opens at once. */
export const preloadAdjustStockDialog = load
