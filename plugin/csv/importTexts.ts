/** What is wrong with a file, a row, or (after the column's title) a cell, in English. */
export const importTexts = {
  'csv.issue.required': 'must not be empty',
  'csv.issue.sku-required': 'must not be empty: it says which product the row is',
  'csv.issue.not-yes-no': 'is “{{text}}”, must be yes or no',
  'csv.issue.not-policy': 'is “{{text}}”, must be deny or allow',
  'csv.issue.not-decimals': 'is “{{text}}”, must be 0 or 1 or 2 or 3',
  'csv.issue.not-number': 'is “{{text}}”, must be a number',
  'csv.issue.comma': 'is “{{text}}”, must be a number: a point before the decimals, no commas',
  'csv.issue.too-exact': 'is “{{text}}”, can have at most {{decimals}} decimals',
  'csv.issue.repeated': '{{sku}} stands in line {{line}} already',
  'csv.issue.sku-shared-by':
    '{{sku}} belongs to several products ({{names}}): give each its own first',
  'csv.issue.sku-shared': '{{sku}} belongs to several products',
  'csv.issue.sku-unknown': 'no product has {{sku}}: import products first',
  'csv.issue.service': '{{name}} is a service without stock',
  'csv.issue.specifications': 'must be lines of “name: value”',
  'csv.issue.name-shared': 'several are called {{name}}',
  'csv.issue.decimals-fixed': 'cannot change once there is stock: it is counted with {{decimals}}',
  'csv.issue.customers-shared':
    'several customers have this phone, e-mail or name: correct them first',
  'csv.issue.repeated-email': 'is the customer of line {{line}} by e-mail {{value}}',
  'csv.issue.repeated-phone': 'is the customer of line {{line}} by phone {{value}}',
  'csv.issue.repeated-name': 'is the customer of line {{line}} by name {{value}}',
  'csv.issue.has-movements':
    'has {{movements}} movements already; receive, adjust or count it instead',
  'csv.issue.not-positive': 'must be more than 0',
  'csv.issue.negative': 'must not be negative',
  'csv.issue.at-least': 'must be at least {{least}}',
  'csv.issue.at-most': 'must be at most {{most}}',
  'csv.issue.too-long': 'must have at most {{most}} characters',
  'csv.issue.not-email': 'must be an e-mail address',
  'csv.issue.unprintable': 'must not hold characters that cannot be printed',
  'csv.issue.unreadable': 'must hold something readable',
  'csv.issue.quotes': 'a quotation mark is not closed, or stands in the middle of a cell',
  'csv.issue.cells': 'has {{cells}} cells, the first line {{titles}}',
  'csv.issue.file-column':
    'The file has no column {{missing}}. Its first line must name the columns: {{titles}}.',
  'csv.issue.file-encoding':
    'The file is not UTF-8. Save it in the spreadsheet as “CSV UTF-8” and choose it again.',
  'csv.issue.file-large': 'The file is over 50 MB. Split it.',
  'csv.issue.file-empty': 'The file is empty.',
  'csv.issue.file-title-twice':
    'The first line names the column {{title}} twice. Rename or remove one.',
} as const

type ImportTextKey = keyof typeof importTexts
export type ImportReasonName = ImportTextKey extends `csv.issue.${infer Name}` ? Name : never

/** What is wrong, by name: a front end of another language says it in its own words. */
export interface ImportReason {
  name: ImportReasonName
  values?: Readonly<Record<string, string | number>>
}

export function inEnglish({name, values = {}}: ImportReason): string {
  return importTexts[`csv.issue.${name}`].replaceAll(/\{\{(\w+)\}\}/g, (_whole, key: string) =>
    String(values[key] ?? ''),
  )
}
