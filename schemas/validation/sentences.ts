/** One sentence in every language of the plugin; the Studio takes its own, English where it speaks another. */
export type Sentence = Record<'en-US' | 'de-DE' | 'ar', string>

// not in the bundles: what validates a field is no component, and the Studio hands it no translation
const SENTENCES = {
  'sku-taken': {
    'en-US': '“{{value}}” is already the SKU of {{other}}.',
    'de-DE': '„{{value}}“ ist schon die SKU von {{other}}.',
    ar: '«{{value}}» هو رمز {{other}} من قبل.',
  },
  'barcode-taken': {
    'en-US': '“{{value}}” is already the barcode of {{other}}.',
    'de-DE': '„{{value}}“ ist schon der Strichcode von {{other}}.',
    ar: '«{{value}}» هو باركود {{other}} من قبل.',
  },
  nameless: {
    'en-US': 'a product without a name',
    'de-DE': 'einem Produkt ohne Namen',
    ar: 'منتج بلا اسم',
  },
  'barcode-signs': {
    'en-US': 'A barcode has 3 to 48 letters, digits or signs and no spaces.',
    'de-DE': 'Ein Strichcode hat 3 bis 48 Buchstaben, Ziffern oder Zeichen und keine Leerzeichen.',
    ar: 'للباركود من 3 إلى 48 حرفًا أو رقمًا أو علامة، بلا مسافات.',
  },
  'barcode-digit': {
    'en-US': 'The last digit of this barcode should be {{digit}}: one of the digits is wrong.',
    'de-DE':
      'Die letzte Ziffer dieses Strichcodes müsste {{digit}} sein: eine der Ziffern ist falsch.',
    ar: 'ينبغي أن يكون آخر رقم في هذا الباركود {{digit}}: أحد الأرقام خطأ.',
  },
  'own-parent': {
    'en-US': 'A category cannot be its own parent. Choose another one.',
    'de-DE': 'Eine Kategorie kann nicht Teil ihrer selbst sein. Wähle eine andere.',
    ar: 'لا تكون الفئة جزءًا من نفسها. اختر غيرها.',
  },
  'category-circle': {
    'en-US':
      'This category already stands above the chosen parent, so the tree would run in a circle. Choose another parent.',
    'de-DE':
      'Diese Kategorie steht schon über der gewählten, der Baum liefe im Kreis. Wähle eine andere.',
    ar: 'هذه الفئة فوق الفئة المختارة من قبل، فتدور الشجرة في حلقة. اختر غيرها.',
  },
  'unit-fixed': {
    'en-US':
      'Stock of this product is already counted in steps of {{step}}. Keep that, or make a new product.',
    'de-DE':
      'Der Bestand dieses Produkts wird schon in Schritten von {{step}} gezählt. Lass es dabei oder lege ein neues Produkt an.',
    ar: 'يُعدّ مخزون هذا المنتج من قبل بخطوات {{step}}. أبقِه كذلك، أو أنشئ منتجًا جديدًا.',
  },
  'currency-letters': {
    'en-US': 'Write the currency as three capital letters, such as INR.',
    'de-DE': 'Schreib die Währung mit drei Großbuchstaben, etwa INR.',
    ar: 'اكتب العملة بثلاثة أحرف لاتينية كبيرة، مثل INR.',
  },
  'currency-unknown': {
    'en-US': '{{value}} is not a currency in use. Write INR, EUR, GBP, …',
    'de-DE': '{{value}} ist keine gebräuchliche Währung. Schreib INR, EUR, GBP, …',
    ar: '{{value}} ليست عملة متداولة. اكتب INR أو EUR أو GBP أو …',
  },
  'time-zone': {
    'en-US': '“{{value}}” is not a time zone. Write a region and a city, such as Asia/Kolkata.',
    'de-DE':
      '„{{value}}“ ist keine Zeitzone. Schreib eine Region und eine Stadt, etwa Asia/Kolkata.',
    ar: '«{{value}}» ليست منطقة زمنية. اكتب إقليمًا ومدينة، مثل Asia/Kolkata.',
  },
  'pattern-unknown': {
    'en-US': '{{{name}}} is not known: use {series}, {year}, {sequence} or {sequence:4}.',
    'de-DE': '{{{name}}} ist unbekannt: nimm {series}, {year}, {sequence} oder {sequence:4}.',
    ar: '{{{name}}} غير معروف: استعمل {series} أو {year} أو {sequence} أو {sequence:4}.',
  },
  'pattern-sequence': {
    'en-US': 'The pattern needs {sequence}, where the number goes.',
    'de-DE': 'Das Muster braucht {sequence}, wo die Nummer hinkommt.',
    ar: 'يحتاج النمط إلى {sequence} حيث يوضع الرقم.',
  },
  'specification-missing': {
    'en-US': 'State {{name}}: its category asks for it.',
    'de-DE': 'Gib {{name}} an: die Kategorie verlangt es.',
    ar: 'اذكر {{name}}: تطلبه فئته.',
  },
  'specification-number': {
    'en-US': '{{name}} must be a number.',
    'de-DE': '{{name}} muss eine Zahl sein.',
    ar: 'يجب أن يكون {{name}} رقمًا.',
  },
  'specification-choice': {
    'en-US': '{{name}} must be one of: {{choices}}.',
    'de-DE': '{{name}} muss eines davon sein: {{choices}}.',
    ar: 'يجب أن يكون {{name}} واحدًا من: {{choices}}.',
  },
  amount: {
    'en-US': 'An amount is never negative.',
    'de-DE': 'Ein Betrag ist nie negativ.',
    ar: 'لا يكون المبلغ سالبًا.',
  },
  quantity: {
    'en-US': 'A quantity is never negative here.',
    'de-DE': 'Eine Menge ist hier nie negativ.',
    ar: 'لا تكون الكمية سالبة هنا.',
  },
  rate: {
    'en-US': 'A rate lies between 0 % and 100 %.',
    'de-DE': 'Ein Satz liegt zwischen 0 % und 100 %.',
    ar: 'تقع النسبة بين 0 ٪ و100 ٪.',
  },
  price: {
    'en-US': 'Give a price of zero or more.',
    'de-DE': 'Gib einen Preis von null oder mehr an.',
    ar: 'أعطِ سعرًا لا يقل عن صفر.',
  },
  coin: {
    'en-US': 'Give at least the smallest coin.',
    'de-DE': 'Gib mindestens die kleinste Münze an.',
    ar: 'أعطِ أصغر قطعة نقدية على الأقل.',
  },
  phone: {
    'en-US': 'Use digits, spaces and + only.',
    'de-DE': 'Nimm nur Ziffern, Leerzeichen und +.',
    ar: 'استعمل الأرقام والمسافات و+ فقط.',
  },
  upi: {
    'en-US': 'A UPI address looks like shop@bank.',
    'de-DE': 'Eine UPI-Adresse sieht aus wie shop@bank.',
    ar: 'يبدو عنوان UPI هكذا: shop@bank.',
  },
} as const satisfies Record<string, Sentence>

export type SentenceKey = keyof typeof SENTENCES

/** `values` stand for the names in double braces. */
export function sentence(
  key: SentenceKey,
  values: Readonly<Record<string, string | Sentence>> = {},
): Sentence {
  return inEach((language) =>
    SENTENCES[key][language].replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => {
      const value = values[name] ?? whole
      return typeof value === 'string' ? value : value[language]
    }),
  )
}

/** One after the other. */
export function joinSentences(sentences: readonly Sentence[]): Sentence {
  return inEach((language) => sentences.map((one) => one[language]).join(' '))
}

function inEach(say: (language: keyof Sentence) => string): Sentence {
  return {'en-US': say('en-US'), 'de-DE': say('de-DE'), ar: say('ar')}
}
