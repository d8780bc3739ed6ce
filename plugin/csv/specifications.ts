export interface Specification {
  _key: string
  name: string
  value: string
}

/** One a line, `name: value`; a backslash before what would end a name or a line. */
export function toSpecificationText(
  specifications: readonly Pick<Specification, 'name' | 'value'>[],
): string {
  return specifications
    .map(({name, value}) => `${escape(name).replaceAll(':', '\\:')}: ${escape(value)}`)
    .join('\n')
}

/** The lines of `toSpecificationText`, or written by people; a line without a colon is `undefined`. */
export function readSpecifications(text: string): Specification[] | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const found = lines.map((line) => /^((?:[^\\:]|\\.)+):\s?(.*)$/s.exec(line))
  if (found.includes(null)) return undefined
  return found.map((match, index) => ({
    _key: `specification${index + 1}`,
    name: unescape(match?.[1] ?? ''),
    value: unescape(match?.[2] ?? ''),
  }))
}

/** An editor may have left half of a specification empty. */
const escape = (text: string | undefined): string =>
  String(text ?? '')
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')

const unescape = (text: string): string =>
  text.replaceAll(/\\(.)/gs, (_, sign: string) =>
    sign === 'n' ? '\n' : sign === 'r' ? '\r' : sign,
  )
