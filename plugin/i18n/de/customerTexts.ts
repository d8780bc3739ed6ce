/** The texts of *Customers* beyond its table in German. */
export const customerTexts = {
  'customers.aging': 'Offene Posten nach Alter',
  'customers.aging.none': 'Niemand schuldet etwas',
  'customers.aging.none-hint':
    'Rechnungen, die nicht sofort bezahlt werden, stehen hier nach ihrer Fälligkeit.',
  'customers.aging.notDue': 'Noch nicht fällig',
  'customers.aging.days1to30': '1 bis 30 Tage überfällig',
  'customers.aging.days31to60': '31 bis 60 Tage überfällig',
  'customers.aging.days61to90': '61 bis 90 Tage überfällig',
  'customers.aging.over90': 'Mehr als 90 Tage überfällig',
  'customers.column.do': 'Aktionen',
  'customers.new-bill': 'Neue Rechnung',
  'customers.new-bill-for': 'Neue Rechnung für {{name}}',
  'customers.statement': 'Kontoauszug',
  'customers.statement-of': 'Kontoauszug von {{name}}',
}
