/** Texts of imports and exports; `_one` and `_other` are plural forms. */
export const csvTexts = {
  'csv.download': 'Download CSV',
  'csv.download-failed': 'The file could not be made; nothing was changed',
} as const
