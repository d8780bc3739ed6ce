import {lazyComponent} from '../../components/lazyComponent.tsx'

export const AdjustStockDialog = lazyComponent(() => import('./AdjustStockDialog.tsx'))
