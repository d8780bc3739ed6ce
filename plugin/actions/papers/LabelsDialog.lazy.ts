import {lazyComponent} from '../../components/lazyComponent.tsx'

export const LabelsDialog = lazyComponent(() => import('./LabelsDialog.tsx'))
