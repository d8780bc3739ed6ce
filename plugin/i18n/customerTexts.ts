/** Texts of *Customers* beyond its table. */
export const customerTexts = {
  'customers.aging': 'Receivables by age',
  'customers.aging.none': 'Nobody owes anything',
  'customers.aging.none-hint':
    'Bills that are not paid at once stand here by how long they are due.',
  'customers.aging.notDue': 'Not due yet',
  'customers.aging.days1to30': '1 to 30 days overdue',
  'customers.aging.days31to60': '31 to 60 days overdue',
  'customers.aging.days61to90': '61 to 90 days overdue',
  'customers.aging.over90': 'More than 90 days overdue',
  'customers.column.do': 'Actions',
  'customers.new-bill': 'New bill',
  'customers.new-bill-for': 'New bill for {{name}}',
  'customers.statement': 'Statement',
  'customers.statement-of': 'Statement of {{name}}',
} as const
