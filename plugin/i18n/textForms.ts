/** Keys of plural texts end so; which of them a language needs is its own grammar's business (CLDR). */
const FORM = /_(zero|one|two|few|many|other)$/

/** The key without its plural form. */
export function baseOf(key: string): string {
  return key.replace(FORM, '')
}

/** Keys whose texts have plural forms, without the forms. */
export function pluralBases(texts: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(
    Object.keys(texts)
      .filter((key) => key.endsWith('_other'))
      .map(baseOf),
  )
}

/** The plural forms of a language, such as `one` and `other`. */
export function formsOf(locale: string): readonly string[] {
  return new Intl.PluralRules(locale).resolvedOptions().pluralCategories
}

/**
 * Texts of a language with all of its plural forms: those that are not written out read like `other`, as phrases do in
 * which the number stands apart ("bills: 3").
 */
export function withAllForms(
  texts: Readonly<Record<string, string>>,
  locale: string,
): Readonly<Record<string, string>> {
  const added = [...pluralBases(texts)].flatMap((base) =>
    formsOf(locale).map((form) => [`${base}_${form}`, texts[`${base}_other`] ?? ''] as const),
  )
  return {...Object.fromEntries(added), ...texts}
}

/** Names in `{{…}}`, in order of the alphabet. */
export function placeholdersOf(text: string): readonly string[] {
  return [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? '').toSorted()
}
