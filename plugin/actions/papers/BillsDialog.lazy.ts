import {lazyComponent} from '../../components/lazyComponent.tsx'

export const BillsDialog = lazyComponent(() => import('./BillsDialog.tsx'))
