/** The texts of imports and exports in Arabic. */
export const csvTexts = {
  'dashboard.view.files': 'استيراد وتصدير',
  'csv.download': 'تنزيل CSV',
  'csv.download-failed': 'تعذّر إنشاء الملف؛ لم يتغير شيء',

  'csv.kind.products': 'المنتجات',
  'csv.kind.customers': 'الزبائن',
  'csv.kind.openingStock': 'المخزون الافتتاحي',

  'csv.import.title': 'استيراد من CSV',
  'csv.import.intro':
    'اختر ملفًا أو أفلته هنا. ترى أولًا سطرًا سطرًا ما سيفعله؛ لا يُحفظ شيء حتى تضغط استيراد. الملف نفسه مرة أخرى لا يغيّر شيئًا.',
  'csv.import.kind': 'الصفوف هي',
  'csv.import.file': 'ملف CSV',
  'csv.import.choose': 'اختيار ملف',
  'csv.import.template': 'نموذج فارغ',
  'csv.import.columns': 'الأعمدة: {{columns}}',
  'csv.hint.products':
    'مطلوب: {{required}}؛ وللمنتجات الجديدة الاسم والسعر أيضًا. الرمز الموجود يُحدَّث بأعمدة الملف؛ والخلية الفارغة تُفرغ الحقل. النقود والكميات أعداد عشرية بنقطة.',
  'csv.hint.customers': 'مطلوب: {{required}}. يُعرف الزبون بالبريد أو الهاتف، وإلا بالاسم.',
  'csv.hint.openingStock':
    'مطلوب: {{required}}. المنتجات التي بلا حركة وحدها تأخذ رصيدًا افتتاحيًا؛ وتبقى الأخرى كما هي.',
  'csv.import.reading': 'جارٍ قراءة {{file}}',
  'csv.import.run_other': 'استيراد صفوف: {{count}}',
  'csv.import.progress': 'الاستيراد',
  'csv.import.done-of': '{{done}} من {{total}} صفًا، رُفض {{failed}}',
  'csv.import.stop': 'إيقاف',

  'csv.plan.summary':
    'جديد {{create}}، متغير {{update}}، بلا تغيير {{unchanged}}، مرفوض {{refused}}',
  'csv.plan.newBrands': 'علامات جديدة: {{names}}',
  'csv.plan.newCategories': 'فئات جديدة: {{names}}',
  'csv.plan.ignored': 'أعمدة لا تُقرأ: {{names}}',
  'csv.plan.rows': 'صفوف الملف',
  'csv.plan.row': 'السطر {{line}} · {{label}}',
  'csv.action.create': 'جديد',
  'csv.action.update': 'متغير',
  'csv.action.unchanged': 'بلا تغيير',
  'csv.action.refused': 'مرفوض',
  'csv.done.summary': 'حُفظ {{saved}} صفًا، رُفض {{failed}}',
  'csv.done.left_other': 'صفوف لم تبدأ: {{count}}. استورد الملف مرة أخرى للمتابعة.',
  'csv.column.line': 'السطر',
  'csv.column.row': 'الصف',
  'csv.column.message': 'الرسالة',
  'csv.done.problems': 'الصفوف المرفوضة',

  'csv.export.title': 'تصدير إلى CSV',
  'csv.export.intro':
    'ملفات للجداول ولمتاجر أخرى. الخلايا التي قد يشغّلها الجدول كصيغة تبدأ بفاصلة عليا.',
  'csv.export.stock': 'المخزون',
  'csv.export.bills': 'الفواتير',
  'csv.export.ledger': 'دفتر المخزون',
  'csv.export.dayBook': 'دفتر اليوم',
  'csv.export.from': 'من',
  'csv.export.to': 'إلى',
  'csv.export.unreadable_other': 'مستندات لا تُقرأ وليست في الملف: {{count}}',
}
