import {lazyComponent} from '../../components/lazyComponent.tsx'

export const StatementsDialog = lazyComponent(() => import('./StatementsDialog.tsx'))
