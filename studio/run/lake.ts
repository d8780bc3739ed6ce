import {shopGrants} from '../../plugin/operations/grants.ts'
import {runLakeCommand} from '../lake/command.ts'

/** The command `npm run lake`: the roles of the shop may there what its operations let them do. */
await runLakeCommand(shopGrants())
