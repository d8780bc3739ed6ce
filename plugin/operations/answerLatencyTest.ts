import type {LatencyAnswer, LatencyTest} from '../domain/documents.ts'
import {ShopError} from '../domain/errors.ts'
import type {AnswerLatencyTestCommand} from './latencyTestCommands.ts'
import {answerLatencyTestSchema} from './commandSchemas.ts'
import type {Operation} from './operation.ts'
import type {Snapshot} from './snapshot.ts'

/**
 * Appends what this window has measured. It names no revision: windows answer at the same moment and do not stand in each
 * other's way. On a test that has been deleted meanwhile the patch fails, so nothing is left behind.
 */
export const answerLatencyTest: Operation<AnswerLatencyTestCommand, {test: LatencyTest}> = {
  name: 'latencyTests.answer',
  schema: answerLatencyTestSchema,
  ids: ({test}) => [test],
  recordOf: ({test, window}, snapshot) =>
    snapshot.find('latencyTest', test)?.answers.find(({_key}) => _key === window)?.command,
  replay: ({test}, snapshot) => ({test: requireTest(test, snapshot)}),
  plan(command, snapshot, context) {
    const {key: _key, test: id, window, ...measured} = command
    const test = requireTest(id, snapshot)
    const answer: LatencyAnswer = {
      _key: window,
      ...measured,
      by: context.actor,
      command: context.command,
    }
    return {
      mutations: [{patch: {id, insert: {after: 'answers[-1]', items: [answer]}}}],
      result: ({_rev, _updatedAt}) => ({
        test: {...test, answers: [...test.answers, answer], _rev, _updatedAt},
      }),
    }
  },
}

function requireTest(id: string, snapshot: Snapshot): LatencyTest {
  const test = snapshot.find('latencyTest', id)
  if (test !== undefined) return test
  throw new ShopError('not-found', 'This test is over. Nothing was saved.')
}
