import {runLakeCommand} from './command.ts'

/** A lake with the generic roles alone; `npm run lake` knows those of the shop too (`studio/run/lake.ts`). */
await runLakeCommand()
