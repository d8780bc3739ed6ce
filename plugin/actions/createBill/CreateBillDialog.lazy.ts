import {lazy} from 'react'

const load = () => import('./CreateBillDialog.tsx')

export const CreateBillDialog = lazy(load)

/** Fetches the dialog ahead, so that it opens at once. */
export const preloadCreateBillDialog = load
