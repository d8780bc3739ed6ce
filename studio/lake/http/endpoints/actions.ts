import {
  array,
  boolean,
  maxLength,
  minLength,
  object,
  optional,
  pipe,
  record,
  regex,
  safeParse,
  string,
  unknown,
} from 'valibot'
import {badRequest} from '../apiError.ts'
import {type LakeContext, param} from '../context.ts'
import {json, type Reply} from '../reply.ts'
import type {LakeRequest} from '../request.ts'
import type {Route} from '../router.ts'

/** A transaction id that a client chose: it becomes the revision of the documents. */
export const transactionId = pipe(string(), minLength(1), maxLength(128), regex(/^[\w.~-]+$/))

const body = object({
  actions: array(record(string(), unknown())),
  transactionId: optional(transactionId),
  dryRun: optional(boolean(), false),
})

/** `data/actions`: all actions of a request, in order, or none. */
export function actionRoutes(context: LakeContext): Route[] {
  const answer = async (request: LakeRequest): Promise<Reply> => {
    const access = context.access.writer(request.identity)
    const dataset = context.requireDataset(param(request, 'dataset'))
    const parsed = safeParse(body, await request.readJson())
    if (!parsed.success) throw badRequest('Send {actions: […], transactionId?, dryRun?}')
    const {actions, dryRun, transactionId: id} = parsed.output
    const {transaction} = await context.store.applyActions(dataset.name, {
      actions,
      dryRun,
      author: access.author,
      guard: access.guard,
      earlyGuard: access.earlyGuard,
      readGuard: access.readGuard,
      ...(id === undefined ? {} : {transactionId: id}),
    })
    return json({transactionId: transaction.transactionId})
  }
  return [{method: 'POST', path: '/data/actions/:dataset', answer}]
}
