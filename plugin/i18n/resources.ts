import {actionTexts} from './actionTexts.ts'
import {dashboardTexts} from './dashboardTexts.ts'

const resources = {...dashboardTexts, ...actionTexts}

export default resources
