import {type ExprNode, parse} from 'groq-js'

type ObjectAttribute = Extract<ExprNode, {type: 'Object'}>['attributes'][number]

/** Rebuilds a node with `visit` applied to each of its direct children. Selectors (`diff::` and `delta::`) stay as they are. */
export function mapChildren(node: ExprNode, visit: (child: ExprNode) => ExprNode): ExprNode {
  switch (node.type) {
    case 'And':
    case 'Or':
    case 'OpCall':
      return {...node, left: visit(node.left), right: visit(node.right)}
    case 'Filter':
    case 'Projection':
    case 'Map':
    case 'FlatMap':
      return {...node, base: visit(node.base), expr: visit(node.expr)}
    case 'AccessAttribute':
      return node.base === undefined ? node : {...node, base: visit(node.base)}
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Asc':
    case 'Deref':
    case 'Desc':
    case 'Group':
    case 'Neg':
    case 'Not':
    case 'Pos':
    case 'Slice':
      return {...node, base: visit(node.base)}
    case 'InRange':
      return {...node, base: visit(node.base), left: visit(node.left), right: visit(node.right)}
    case 'FuncCall':
      return {...node, args: node.args.map(visit)}
    case 'PipeFuncCall':
      return {...node, base: visit(node.base), args: node.args.map(visit)}
    case 'Array':
      return {
        ...node,
        elements: node.elements.map((element) => ({...element, value: visit(element.value)})),
      }
    case 'Object':
      return {
        ...node,
        attributes: node.attributes.map((attribute) => mapAttribute(attribute, visit)),
      }
    case 'Select':
      return mapSelect(node, visit)
    default:
      return node
  }
}

function mapAttribute(
  attribute: ObjectAttribute,
  visit: (child: ExprNode) => ExprNode,
): ObjectAttribute {
  if (attribute.type !== 'ObjectConditionalSplat')
    return {...attribute, value: visit(attribute.value)}
  return {...attribute, condition: visit(attribute.condition), value: visit(attribute.value)}
}

function mapSelect(
  node: Extract<ExprNode, {type: 'Select'}>,
  visit: (child: ExprNode) => ExprNode,
): ExprNode {
  const alternatives = node.alternatives.map((alternative) => ({
    ...alternative,
    condition: visit(alternative.condition),
    value: visit(alternative.value),
  }))
  return node.fallback === undefined
    ? {...node, alternatives}
    : {...node, alternatives, fallback: visit(node.fallback)}
}

/** Rewrites a tree from its leaves to its root. */
export function rewriteTree(node: ExprNode, rewrite: (node: ExprNode) => ExprNode): ExprNode {
  return rewrite(mapChildren(node, (child) => rewriteTree(child, rewrite)))
}

/** Whether a node or anything below it fits. */
export function someNode(node: ExprNode, fits: (node: ExprNode) => boolean): boolean {
  if (fits(node)) return true
  let found = false
  mapChildren(node, (child) => {
    found ||= someNode(child, fits)
    return child
  })
  return found
}

const templates = new Map<string, ExprNode>()

/** Builds a tree from GROQ text; each `$name` of `parts` stands for that tree. */
export function fillTemplate(groq: string, parts: {readonly [name: string]: ExprNode}): ExprNode {
  const template = templates.get(groq) ?? parse(groq)
  templates.set(groq, template)
  return rewriteTree(template, (node) =>
    node.type === 'Parameter' ? (parts[node.name] ?? node) : node,
  )
}

/** The value of an expression that depends on nothing, or null when it depends on something. */
export function constantOf(node: ExprNode): {value: unknown} | null {
  if (node.type === 'Group') return constantOf(node.base)
  if (node.type === 'Value') return {value: node.value}
  if (node.type !== 'Array') return null
  const values: unknown[] = []
  for (const element of node.elements) {
    const constant = constantOf(element.value)
    if (constant === null) return null
    if (!element.isSplat) values.push(constant.value)
    else if (Array.isArray(constant.value)) values.push(...constant.value)
  }
  return {value: values}
}

/** The conjuncts of an expression: `a && (b && c)` gives a, b, c. */
export function conjunctsOf(node: ExprNode): ExprNode[] {
  if (node.type === 'Group') return conjunctsOf(node.base)
  return node.type === 'And' ? [...conjunctsOf(node.left), ...conjunctsOf(node.right)] : [node]
}

/** The conditions of `*[a][b]`, in order; null for any other node. */
export function conditionsOnEverything(node: ExprNode): ExprNode[] | null {
  if (node.type !== 'Filter') return null
  if (node.base.type === 'Everything') return [node.expr]
  const inner = conditionsOnEverything(node.base)
  return inner === null ? null : [...inner, node.expr]
}

/** Whether a node is the attribute `name` of the item itself. */
export function isOwnAttribute(node: ExprNode, name: string): boolean {
  if (node.type === 'Group') return isOwnAttribute(node.base, name)
  return (
    node.type === 'AccessAttribute' &&
    node.name === name &&
    (node.base === undefined || node.base.type === 'This')
  )
}
