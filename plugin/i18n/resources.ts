import {actionTexts} from './actionTexts.ts'
import {activityTexts} from './activityTexts.ts'
import {alertTexts} from './alertTexts.ts'
import {analyticsTexts} from './analyticsTexts.ts'
import {catalogueTexts} from './catalogueTexts.ts'
import {csvTexts} from './csvTexts.ts'
import {customerTexts} from './customerTexts.ts'
import {dashboardTexts} from './dashboardTexts.ts'
import {viewTexts} from './viewTexts.ts'

const resources = {
  ...dashboardTexts,
  ...viewTexts,
  ...alertTexts,
  ...actionTexts,
  ...csvTexts,
  ...activityTexts,
  ...analyticsTexts,
  ...catalogueTexts,
  ...customerTexts,
}

export default resources
