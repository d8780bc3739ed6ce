import {actionTexts} from './actionTexts.ts'
import {analyticsTexts} from './analyticsTexts.ts'
import {alertTexts} from './alertTexts.ts'
import {csvTexts} from './csvTexts.ts'
import {dashboardTexts} from './dashboardTexts.ts'
import {viewTexts} from './viewTexts.ts'

const resources = {
  ...dashboardTexts,
  ...viewTexts,
  ...alertTexts,
  ...actionTexts,
  ...csvTexts,
  ...analyticsTexts,
}

export default resources
