import {lazyComponent} from '../../components/lazyComponent.tsx'

export const StatementDialog = lazyComponent(() => import('./StatementDialog.tsx'))
