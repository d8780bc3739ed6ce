/** The texts of *Diagnostics* in Arabic. */
export const diagnosticsTexts = {
  'reason.offline': 'هذا الجهاز غير متصل. يبقى ما هو معروض؛ ويعيد المتجر الاتصال من تلقاء نفسه.',
  'reason.unauthorized':
    'رُفض الوصول إلى البيانات. سجّل الدخول مجددًا أو اطلب من المدير صلاحية القراءة؛ ويعيد المتجر المحاولة من تلقاء نفسه.',
  'reason.refused': 'رُفض الطلب. يعيد المتجر المحاولة من تلقاء نفسه.',
  'reason.unreachable':
    'تعذّر الوصول إلى البيانات. يبقى ما هو معروض؛ ويعيد المتجر المحاولة من تلقاء نفسه.',
  'reason.silent': 'لم تصل إجابة في الوقت المناسب. يعيد المتجر الاتصال من تلقاء نفسه.',
  'reason.kept': 'يُعرض ما احتفظ به هذا الجهاز إلى أن تصل إجابة.',
  'reason.clock': 'ساعة هذا الجهاز تختلف عن ساعة البيانات.',

  'log.title': 'سجل الاتصال',
  'log.at': 'الوقت',
  'log.state': 'الحالة',
  'log.reason': 'السبب',
  'proof.title': 'الإثبات',
  'proof.checking': 'قيد الفحص',
  'proof.proved': 'كل شيء متطابق',
  'proof.drift': 'شيء يختلف',
  'proof.not-checked': 'لم يُفحص بعد: لا يزال المتجر قيد التحميل.',
  'proof.checked-at': 'فُحص عند {{time}}، ويُفحص مع كل تغيير.',
  'proof.malformed_zero': 'لا مستند غير مقروء.',
  'proof.malformed_other': 'مستندات غير مقروءة ولا تُحسب: {{count}}؛ انظر التنبيهات.',
  'proof.access.private': 'مجموعة البيانات «{{dataset}}» خاصة.',
  'proof.access.public': 'مجموعة البيانات «{{dataset}}» عامة: يستطيع أي أحد قراءتها.',
  'proof.access.unknown':
    'لا يُعرف هل مجموعة البيانات «{{dataset}}» خاصة: لا يجوز لهذا الحساب رؤية ذلك.',
  'proof.whole': 'يشمل هذا ما تحمله هذه النافذة. يشتق «npm run verify» التاريخ كله من جديد.',
  'windows.title': 'نوافذ هذا المتصفح',
  'windows.window': 'النافذة',
  'windows.state': 'الحالة',
  'windows.p50': 'الوسيط',
  'windows.p95': '95 ٪ دون',
  'windows.this': 'هذه النافذة',
  'windows.other': 'النافذة {{number}}: {{place}}',
  'windows.ms': '{{ms}} م.ث',
  'windows.hint':
    'من الحفظ إلى الشاشة عبر آخر 200 تغيير، بساعة الخادم. تعرض الأجهزة الأخرى قيمها في تشخيصها؛ وتقيس عمليات الاختبار أدناه كل نافذة هنا أيضًا.',
  'test.seen': 'النافذة {{number}} بعد {{ms}} م.ث',
  'test.bill-void': 'اختبار من اللوحة، أُعيد',
}
