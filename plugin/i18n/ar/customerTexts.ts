/** The texts of *Customers* beyond its table in Arabic. */
export const customerTexts = {
  'customers.aging': 'المستحقات حسب العمر',
  'customers.aging.none': 'لا أحد مدين',
  'customers.aging.none-hint': 'تظهر هنا الفواتير غير المدفوعة حسب مدة استحقاقها.',
  'customers.aging.notDue': 'لم تُستحق بعد',
  'customers.aging.days1to30': 'متأخرة من 1 إلى 30 يومًا',
  'customers.aging.days31to60': 'متأخرة من 31 إلى 60 يومًا',
  'customers.aging.days61to90': 'متأخرة من 61 إلى 90 يومًا',
  'customers.aging.over90': 'متأخرة أكثر من 90 يومًا',
  'customers.column.do': 'إجراءات',
  'customers.new-bill': 'فاتورة جديدة',
  'customers.new-bill-for': 'فاتورة جديدة لـ {{name}}',
  'customers.statement': 'كشف حساب',
  'customers.statement-of': 'كشف حساب {{name}}',
}
