import {lazy} from 'react'

export const AdjustStockDialog = lazy(() => import('./AdjustStockDialog.tsx'))
