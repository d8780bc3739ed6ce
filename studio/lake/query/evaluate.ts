import {evaluate, type EvaluateOptions, evaluateSync, type ExprNode} from 'groq-js'

import {dereference} from './lookup.ts'
import {narrowQuery} from './narrow.ts'
import type {ParsedQuery} from './parseQuery.ts'
import {scoreItems} from './score.ts'
import {evaluateSubqueries} from './subqueries.ts'
import {someNode} from './syntax.ts'
import type {View} from './view.ts'

export interface EvaluationContext {
  identity?: string | undefined
  now: Date
  dataset: string
  project: string
}

/** Evaluates a parsed query over a view. The result is JSON-able (paths and dates turn into strings in `JSON.stringify`). */
export async function evaluateQuery(
  parsed: ParsedQuery,
  view: View,
  context: EvaluationContext,
): Promise<unknown> {
  if (parsed.needsText) view.attachTexts()
  const options = {
    dataset: view.all(),
    timestamp: context.now,
    identity: context.identity ?? '',
    sanity: {projectId: context.project, dataset: context.dataset},
    dereference: ({_ref}: {_ref: string}) => dereference(view, _ref),
  }
  if (!isAsyncOnly(parsed.tree)) {
    const evaluateNode = (node: ExprNode): unknown =>
      evaluateSync(
        narrowQuery(node, view, (scored) => evaluateScore(scored, options)),
        options,
      ).data
    return evaluateNode(evaluateSubqueries(parsed.tree, evaluateNode))
  }
  const value = await evaluate(narrowQuery(parsed.tree, view), options)
  const result: unknown = await value.get()
  return result
}

function evaluateScore(
  {base, args}: Extract<ExprNode, {type: 'PipeFuncCall'}>,
  options: EvaluateOptions,
): ExprNode {
  const items: unknown = evaluateSync(base, options).data
  return {type: 'Value', value: Array.isArray(items) ? scoreItems(items, args, options) : null}
}

/** The synchronous evaluator is many times faster; only `diff::` and `delta::` lack it. */
function isAsyncOnly(tree: ExprNode): boolean {
  return someNode(
    tree,
    (node) => node.type === 'FuncCall' && (node.namespace === 'diff' || node.namespace === 'delta'),
  )
}
