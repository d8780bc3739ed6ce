/** groq-js calls `hasOwnProperty` on the documents and copies them by assignment: an attribute of such a name breaks every query. */
const UNSAFE_NAMES: ReadonlySet<string> = new Set(['hasOwnProperty', '__proto__'])
const UNSAFE_TEXT = /"(hasOwnProperty|__proto__)"|\\u/

/** Parses JSON text and leaves out the attributes that groq-js cannot bear, at any depth. */
export function parseSafely(text: string): unknown {
  const dropUnsafe = (name: string, value: unknown): unknown =>
    UNSAFE_NAMES.has(name) ? undefined : value
  const parsed: unknown = UNSAFE_TEXT.test(text) ? JSON.parse(text, dropUnsafe) : JSON.parse(text)
  return parsed
}

/** JSON text without the attributes that groq-js cannot bear. */
export function safeText(text: string): string {
  return UNSAFE_TEXT.test(text) ? JSON.stringify(parseSafely(text)) : text
}
