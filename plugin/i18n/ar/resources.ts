import {withAllForms} from '../textForms.ts'
import {actionTexts} from './actionTexts.ts'
import {activityTexts} from './activityTexts.ts'
import {alertTexts} from './alertTexts.ts'
import {analyticsTexts} from './analyticsTexts.ts'
import {catalogueTexts} from './catalogueTexts.ts'
import {csvTexts} from './csvTexts.ts'
import {customerTexts} from './customerTexts.ts'
import {dashboardTexts} from './dashboardTexts.ts'
import {viewTexts} from './viewTexts.ts'

const resources = withAllForms(
  {
    ...actionTexts,
    ...activityTexts,
    ...alertTexts,
    ...analyticsTexts,
    ...catalogueTexts,
    ...csvTexts,
    ...customerTexts,
    ...dashboardTexts,
    ...viewTexts,
  },
  'ar',
)

export default resources
