import {lazy} from 'react'

export const ReceiptDialog = lazy(() => import('./ReceiptDialog.tsx'))
