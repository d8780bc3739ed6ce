import {isGroqNode, isSourceFilter, nodesOf} from './groqTree.ts'
import type {GroqNode} from './groqTree.ts'

/**
 * The document types that a query reads, told from its syntax tree (parameters filled in); `undefined` when it may read
 * any: a `*` without a type filter of its own, a dereference, a function that may look at other documents.
 */
export function typesOfTree(tree: unknown): ReadonlySet<string> | undefined {
  const nodes = nodesOf(tree)
  if (!nodes.every(readsNothingElse)) return undefined
  const sources = nodes.filter(({type}) => type === 'Everything')
  const filters = nodes.filter(isSourceFilter)
  // every `*` needs its own type filter, else it may read anything
  if (sources.length === 0 || filters.length !== sources.length) return undefined
  return unionOf(filters.map(({expr}) => typesOfFilter(expr)))
}

/** What is made of the documents at hand and reads no others. */
const knownNodes = new Set([
  'AccessAttribute',
  'AccessElement',
  'And',
  'Array',
  'ArrayCoerce',
  'ArrayElement',
  'Asc',
  'Desc',
  'Everything',
  'Filter',
  'FlatMap',
  'FuncCall',
  'Group',
  'InRange',
  'Map',
  'Neg',
  'Not',
  'Object',
  'ObjectAttributeValue',
  'ObjectConditionalSplat',
  'ObjectSplat',
  'OpCall',
  'Or',
  'Parameter',
  'Parent',
  'PipeFuncCall',
  'Pos',
  'Projection',
  'Select',
  'SelectAlternative',
  'Slice',
  'This',
  'Tuple',
  'Value',
])
const knownFunctions = new Set([
  'coalesce',
  'count',
  'dateTime',
  'defined',
  'length',
  'lower',
  'now',
  'path',
  'references',
  'round',
  'string',
  'upper',
])
const knownNamespaces = new Set(['array', 'dateTime', 'math', 'pt', 'string'])

function readsNothingElse({type, namespace, name}: GroqNode): boolean {
  if (!knownNodes.has(type)) return false
  // a score depends on all that the index holds
  if (type === 'PipeFuncCall') return name === 'order'
  if (type !== 'FuncCall') return true
  return namespace === 'global'
    ? typeof name === 'string' && knownFunctions.has(name)
    : typeof namespace === 'string' && knownNamespaces.has(namespace)
}

type Types = ReadonlySet<string> | undefined

function typesOfFilter(node: unknown): Types {
  if (!isGroqNode(node)) return undefined
  switch (node.type) {
    case 'Group':
      return typesOfFilter(node.base)
    case 'And':
      return typesOfFilter(node.left) ?? typesOfFilter(node.right)
    case 'Or':
      return unionOf([typesOfFilter(node.left), typesOfFilter(node.right)])
    case 'OpCall':
      return typesOfComparison(node)
    default:
      return undefined
  }
}

function typesOfComparison({op, left, right}: GroqNode): Types {
  if (op === 'in') return isTypeAttribute(left) ? textsOf(right) : undefined
  if (op !== '==') return undefined
  const other = isTypeAttribute(left) ? right : isTypeAttribute(right) ? left : undefined
  return isGroqNode(other) && other.type === 'Value' && typeof other.value === 'string'
    ? new Set([other.value])
    : undefined
}

/** `_type` or `@._type`, of the document that is filtered. */
function isTypeAttribute(node: unknown): boolean {
  if (!isGroqNode(node) || node.type !== 'AccessAttribute' || node.name !== '_type') return false
  return node.base === undefined || (isGroqNode(node.base) && node.base.type === 'This')
}

function textsOf(node: unknown): Types {
  if (!isGroqNode(node)) return undefined
  const values = node.type === 'Array' ? literalsOf(node.elements) : node.value
  if (!Array.isArray(values)) return undefined
  const texts: readonly unknown[] = values
  return texts.every((text) => typeof text === 'string') ? new Set(texts) : undefined
}

/** `undefined` for an element that is no literal. */
function literalsOf(elements: unknown): unknown[] {
  const all: readonly unknown[] = Array.isArray(elements) ? elements : []
  return all.map((element) => {
    if (!isGroqNode(element) || element.isSplat === true) return undefined
    return isGroqNode(element.value) && element.value.type === 'Value'
      ? element.value.value
      : undefined
  })
}

function unionOf(all: readonly Types[]): Types {
  const union = new Set<string>()
  for (const types of all) {
    if (types === undefined) return undefined
    for (const type of types) union.add(type)
  }
  return union
}
