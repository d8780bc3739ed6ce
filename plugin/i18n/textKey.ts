/** Longer ones differ before. */
const LONGEST = 60

/**
 * Key of a text that Sanity takes only in one language, such as the title of a field: the letters and digits of its
 * English words.
 */
export function textKey(english: string): string {
  const words = english.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  return `text.${trimDashes(trimDashes(words).slice(0, LONGEST))}`
}

const trimDashes = (text: string) => text.replaceAll(/^-|-$/g, '')
