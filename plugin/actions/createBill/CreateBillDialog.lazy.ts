import {lazyComponent} from '../../components/lazyComponent.tsx'

export const CreateBillDialog = lazyComponent(() => import('./CreateBillDialog.tsx'))
