import {lazy} from 'react'

export const CreateBillDialog = lazy(() => import('./CreateBillDialog.tsx'))
