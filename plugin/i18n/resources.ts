import {actionTexts} from './actionTexts.ts'
import {dashboardTexts} from './dashboardTexts.ts'
import {viewTexts} from './viewTexts.ts'

const resources = {...dashboardTexts, ...viewTexts, ...actionTexts}

export default resources
