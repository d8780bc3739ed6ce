import type {Draft, LatencyTest} from '../domain/documents.ts'
import {latencyTestId} from '../domain/ids.ts'
import type {BeginLatencyTestCommand} from './latencyTestCommands.ts'
import {beginLatencyTestSchema} from './commandSchemas.ts'
import type {Operation} from './operation.ts'
import {goneResult} from './replayEntries.ts'

const rootId = ({key}: BeginLatencyTestCommand) => latencyTestId(key)

/** Tells every open window what to look for. */
export const beginLatencyTest: Operation<BeginLatencyTestCommand, {test: LatencyTest}> = {
  name: 'latencyTests.begin',
  schema: beginLatencyTestSchema,
  ids: (command) => [rootId(command)],
  recordOf: (command, snapshot) => snapshot.find('latencyTest', rootId(command))?.command,
  replay(command, snapshot) {
    const test = snapshot.find('latencyTest', rootId(command))
    if (test === undefined) throw goneResult('its test')
    return {test}
  },
  plan(command, _snapshot, context) {
    const test: Draft<LatencyTest> = {
      _id: rootId(command),
      _type: 'latencyTest',
      change: command.change,
      by: context.actor,
      at: context.now,
      answers: [],
      command: context.command,
    }
    return {mutations: [{create: {...test}}], result: (stamp) => ({test: {...test, ...stamp}})}
  },
}
