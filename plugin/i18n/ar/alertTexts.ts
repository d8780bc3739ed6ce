/** The texts of alerts in Arabic. */
export const alertTexts = {
  'alert.dueSoon': 'تُستحق قريبًا',
  'alert.largeVoid': 'إلغاء كبير',
  'alert.largeDiscount': 'خصم كبير',
  'alert.publicDataset': 'عام',
  'alert.connectionLost': 'انقطاع',
  'alert.settings': 'الإعدادات',

  'alert.due-days_zero': 'تُستحق اليوم',
  'alert.due-days_one': 'تُستحق غدًا',
  'alert.due-days_other': 'أيام حتى الاستحقاق: {{count}}',
  'alert.discount-share': 'خصم {{percent}} ٪ من {{by}}',
  'alert.public-title': 'يستطيع أي أحد قراءة مجموعة البيانات «{{dataset}}»',
  'alert.public-text':
    'المنتجات والعلامات والأسعار مفتوحة للجميع؛ أما الزبائن والفواتير والمخزون فمعرّفاتها خاصة. اجعل مجموعة البيانات خاصة في إعدادات المشروع.',
  'alert.lost-title': 'لا اتصال بالمتجر',
  'alert.lost-text': 'منذ {{time}}. يبقى ما هو معروض، وتنتظر المبيعات الجديدة عودة الاتصال.',
  'alert.settings-title': 'الخيارات تناقض الإعدادات المحفوظة',

  'alert.menu': 'ما العمل بشأن {{title}}',
  'alert.take': 'سأهتم بالأمر',
  'alert.give': 'إسناد إلى {{name}}',
  'alert.release': 'لا أحد يهتم بالأمر',
  'alert.taken-by': 'لدى {{name}}',
  'alert.mute-day': 'تأجيل حتى الغد',
  'alert.mute-week': 'تأجيل أسبوعًا',
  'alert.unmute': 'إعادة',
  'alert.note-refused': 'لم تُحفظ الملاحظة على التنبيه',
  'alerts.muted_other': 'مؤجلة: {{count}}',

  'alerts.toast_other': 'تنبيهات جديدة: {{count}}',
  'alerts.toast-part': '{{kind}} × {{count}}',
  'alerts.show': 'إظهار التنبيهات',
  'alerts.navbar_zero': 'لا تنبيهات في المتجر',
  'alerts.navbar_other': 'تنبيهات المتجر: {{count}}',
}
