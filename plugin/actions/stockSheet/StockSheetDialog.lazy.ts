import {lazy} from 'react'

export const StockSheetDialog = lazy(() => import('./StockSheetDialog.tsx'))
