import {lazyComponent} from '../../components/lazyComponent.tsx'

export const ReceiptDialog = lazyComponent(() => import('./ReceiptDialog.tsx'))
