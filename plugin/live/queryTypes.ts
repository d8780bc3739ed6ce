/**
 * The document types that a query reads, as far as a simple look at `_type ==` and `_type in` tells; `undefined` when
 * it may read any: no such filter, a parameter that is no text, a dereference or a reference filter.
 */
export function typesOfQuery(
  query: string,
  params: Readonly<Record<string, unknown>> = {},
): ReadonlySet<string> | undefined {
  const text = query.replaceAll(/\/\/[^\n]*/g, '')
  if (readsOtherDocuments(text) || hasAlternative(text)) return undefined
  const types = new Set<string>()
  for (const match of text.matchAll(COMPARISON)) {
    const found = typesOfOperand(match[1] ?? '', params)
    if (found === undefined) return undefined
    for (const type of found) types.add(type)
  }
  // every `*[…]` needs its own type filter, else it may read anything
  const sources = text.match(/\*\s*\[/g)?.length ?? 0
  const comparisons = text.match(COMPARISON)?.length ?? 0
  return types.size > 0 && sources > 0 && comparisons >= sources ? types : undefined
}

const OPERAND = String.raw`("[^"]*"|'[^']*'|\$\w+|\[[^\]]*\])`
const COMPARISON = new RegExp(String.raw`\b_type\s*(?:==|in)\s*${OPERAND}`, 'g')

function readsOtherDocuments(text: string): boolean {
  return text.includes('->') || /\b_type\s*(?:!=|match\b)|\breferences\s*\(|!\s*\(/.test(text)
}

/** `_type == "bill" || …` reads anything; an alternative in brackets without a type only narrows. */
function hasAlternative(text: string): boolean {
  let rest = text
  for (let before = ''; before !== rest;) {
    before = rest
    rest = rest.replaceAll(/\((?:(?!\b_type\b)[^()])*\)/g, '')
  }
  return rest.includes('||')
}

function typesOfOperand(
  operand: string,
  params: Readonly<Record<string, unknown>>,
): readonly string[] | undefined {
  if (operand.startsWith('$')) return textsOf(params[operand.slice(1)])
  const quoted = [...operand.matchAll(/"([^"]*)"|'([^']*)'/g)]
  if (operand.includes('$')) return undefined
  return quoted.map((match) => match[1] ?? match[2] ?? '')
}

function textsOf(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value)) return undefined
  const texts: readonly unknown[] = value
  return texts.every((text) => typeof text === 'string') ? texts.filter(isText) : undefined
}

const isText = (value: unknown): value is string => typeof value === 'string'
