import {lazyComponent} from '../../components/lazyComponent.tsx'

export const StockSheetDialog = lazyComponent(() => import('./StockSheetDialog.tsx'))
