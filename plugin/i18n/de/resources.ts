import {withAllForms} from '../textForms.ts'
import {actionTexts} from './actionTexts.ts'
import {activityTexts} from './activityTexts.ts'
import {alertTexts} from './alertTexts.ts'
import {analyticsTexts} from './analyticsTexts.ts'
import {billTexts} from './billTexts.ts'
import {catalogueTexts} from './catalogueTexts.ts'
import {csvTexts} from './csvTexts.ts'
import {customerTexts} from './customerTexts.ts'
import {dashboardTexts} from './dashboardTexts.ts'
import {diagnosticsTexts} from './diagnosticsTexts.ts'
import {formTexts} from './formTexts.ts'
import {inspectorTexts} from './inspectorTexts.ts'
import {paperTexts} from './paperTexts.ts'
import {realtimeTexts} from './realtimeTexts.ts'
import {importTexts} from './importTexts.ts'
import {refusalTexts} from './refusalTexts.ts'
import {removalTexts} from './removalTexts.ts'
import {recordTexts} from './recordTexts.ts'
import {schemaTexts} from './schemaTexts.ts'
import {stockTexts} from './stockTexts.ts'
import {structureTexts} from './structureTexts.ts'
import {tillTexts} from './tillTexts.ts'
import {viewTexts} from './viewTexts.ts'

const resources = withAllForms(
  {
    ...actionTexts,
    ...activityTexts,
    ...alertTexts,
    ...analyticsTexts,
    ...billTexts,
    ...catalogueTexts,
    ...csvTexts,
    ...customerTexts,
    ...dashboardTexts,
    ...diagnosticsTexts,
    ...formTexts,
    ...inspectorTexts,
    ...paperTexts,
    ...realtimeTexts,
    ...importTexts,
    ...refusalTexts,
    ...removalTexts,
    ...recordTexts,
    ...schemaTexts,
    ...stockTexts,
    ...structureTexts,
    ...tillTexts,
    ...viewTexts,
  },
  'de-DE',
)

export default resources
