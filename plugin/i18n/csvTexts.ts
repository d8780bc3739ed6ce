/** Texts of imports and exports; `_one` and `_other` are plural forms. */
export const csvTexts = {
  'dashboard.view.files': 'Import and export',
  'csv.download': 'Download CSV',
  'csv.download-failed': 'The file could not be made; nothing was changed',

  'csv.kind.products': 'Products',
  'csv.kind.customers': 'Customers',
  'csv.kind.openingStock': 'Opening stock',

  'csv.import.title': 'Import from CSV',
  'csv.import.intro':
    'Choose a file or drop it here. First you see line by line what it would do; nothing is saved until you press Import. The same file again changes nothing.',
  'csv.import.kind': 'Rows are',
  'csv.import.file': 'CSV file',
  'csv.import.choose': 'Choose a file',
  'csv.import.template': 'Empty template',
  'csv.import.columns': 'Columns: {{columns}}',
  'csv.hint.products':
    'Needed: {{required}}; for new products also Name and Price. A SKU that exists is updated by the columns that the file has; an empty cell empties the field. Money and quantities as decimals with a point.',
  'csv.hint.customers':
    'Needed: {{required}}. A customer is known again by e-mail or phone, without both by name.',
  'csv.hint.openingStock':
    'Needed: {{required}}. Only products without a movement get an opening; the others stay as they are.',
  'csv.import.reading': 'Reading {{file}}',
  'csv.import.run_one': 'Import {{count}} row',
  'csv.import.run_other': 'Import {{count}} rows',
  'csv.import.progress': 'Import',
  'csv.import.done-of': '{{done}} of {{total}} rows, {{failed}} refused',
  'csv.import.stop': 'Stop',

  'csv.plan.summary':
    '{{create}} new, {{update}} changed, {{unchanged}} unchanged, {{refused}} refused',
  'csv.plan.newBrands': 'New brands: {{names}}',
  'csv.plan.newCategories': 'New categories: {{names}}',
  'csv.plan.ignored': 'Columns that are not read: {{names}}',
  'csv.plan.rows': 'Rows of the file',
  'csv.plan.row': 'Line {{line}} · {{label}}',
  'csv.action.create': 'New',
  'csv.action.update': 'Changed',
  'csv.action.unchanged': 'Unchanged',
  'csv.action.refused': 'Refused',
  'csv.done.summary': '{{saved}} rows saved, {{failed}} refused',
  'csv.done.left_one': '{{count}} row was not begun. Import the file again to go on.',
  'csv.done.left_other': '{{count}} rows were not begun. Import the file again to go on.',
  'csv.column.line': 'Line',
  'csv.column.row': 'Row',
  'csv.column.message': 'Message',
  'csv.done.problems': 'Refused rows',

  'csv.export.title': 'Export to CSV',
  'csv.export.intro':
    'Files for spreadsheets and other shops. Cells that a spreadsheet would run as a formula begin with an apostrophe.',
  'csv.export.stock': 'Stock',
  'csv.export.bills': 'Bills',
  'csv.export.ledger': 'Stock ledger',
  'csv.export.dayBook': 'Day book',
  'csv.export.from': 'From',
  'csv.export.to': 'To',
  'csv.export.unreadable_one': '{{count}} document cannot be read and is not in the file',
  'csv.export.unreadable_other': '{{count}} documents cannot be read and are not in the file',
} as const
