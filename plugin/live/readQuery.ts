import type {ExprNode} from 'groq-js'
import {plainFilterOf} from './documentFilter.ts'
import {typesOfTree} from './queryTypes.ts'
import type {RawDocument} from './wire.ts'

/** What a query reads, as far as its text tells. */
export interface QueryReading {
  /** `undefined`: it may read any type. */
  types: ReadonlySet<string> | undefined
  /** Whether one document passes its filter; `undefined` when that takes more than the document itself. */
  passes: ((document: RawDocument) => Promise<boolean>) | undefined
}

const anything: QueryReading = {types: undefined, passes: undefined}

/** Loads the parser with the first query. What it cannot read may read anything. */
export async function readQuery(
  query: string,
  params: Readonly<Record<string, unknown>>,
): Promise<QueryReading> {
  const groq = await loadGroq()
  if (groq === undefined) return anything
  const options = {params: {...params}}
  const tree = treeOf(() => groq.parse(query, options))
  if (tree === undefined) return anything
  const types = typesOfTree(tree)
  const filter = types?.size === 1 ? plainFilterOf(tree) : undefined
  if (filter === undefined) return {types, passes: undefined}
  const passes = async (document: RawDocument) => {
    try {
      const value = await groq.evaluate(filter, {...options, dataset: [document]})
      const passed: unknown = await value.get()
      return Array.isArray(passed) && passed.length > 0
    } catch {
      // what cannot be evaluated here may pass in the lake
      return true
    }
  }
  return {types, passes}
}

function loadGroq() {
  return import('groq-js').catch((error: unknown) => {
    console.warn('The GROQ parser cannot be loaded: every change asks every query anew.', error)
    return undefined
  })
}

function treeOf(parse: () => ExprNode): ExprNode | undefined {
  try {
    return parse()
  } catch {
    // whether the query is one is for the lake's parser to say
    return undefined
  }
}
