import {arabic} from './texts/ar.ts'
import {german} from './texts/de.ts'
import {english} from './texts/en.ts'

export type TextKey = keyof typeof english

export interface Texts {
  /** BCP 47. */
  locale: string
  direction: 'ltr' | 'rtl'
  /** The text of a key, with `{{name}}` replaced. */
  t: (key: TextKey, values?: Readonly<Record<string, string | number>>) => string
}

const LANGUAGES: readonly {
  language: string
  direction: Texts['direction']
  texts: Readonly<Record<TextKey, string>>
}[] = [
  {language: 'en', direction: 'ltr', texts: english},
  {language: 'de', direction: 'ltr', texts: german},
  {language: 'ar', direction: 'rtl', texts: arabic},
]

/** The first language that the page speaks of those a browser prefers; English when it speaks none. */
export function textsFor(preferred: readonly string[]): Texts {
  const locale =
    preferred.find((tag) => LANGUAGES.some(({language}) => isOf(tag, language))) ?? 'en'
  const {direction, texts} = LANGUAGES.find(({language}) => isOf(locale, language)) ?? {
    direction: 'ltr' as const,
    texts: english,
  }
  return {
    locale,
    direction,
    t: (key, values = {}) =>
      texts[key].replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(values[name] ?? '')),
  }
}

function isOf(tag: string, language: string): boolean {
  return tag.toLowerCase() === language || tag.toLowerCase().startsWith(`${language}-`)
}
