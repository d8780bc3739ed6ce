/** What is wrong with an imported file, in German. */
export const importTexts = {
  'csv.issue.required': 'darf nicht leer sein',
  'csv.issue.sku-required': 'darf nicht leer sein: sie sagt, welches Produkt die Zeile ist',
  'csv.issue.not-yes-no': 'ist „{{text}}“, muss yes oder no sein',
  'csv.issue.not-policy': 'ist „{{text}}“, muss deny oder allow sein',
  'csv.issue.not-decimals': 'ist „{{text}}“, muss 0, 1, 2 oder 3 sein',
  'csv.issue.not-number': 'ist „{{text}}“, muss eine Zahl sein',
  'csv.issue.comma':
    'ist „{{text}}“, muss eine Zahl sein: ein Punkt vor den Dezimalstellen, keine Kommas',
  'csv.issue.too-exact': 'ist „{{text}}“, darf höchstens {{decimals}} Dezimalstellen haben',
  'csv.issue.repeated': '{{sku}} steht schon in Zeile {{line}}',
  'csv.issue.sku-shared-by':
    '{{sku}} gehört zu mehreren Produkten ({{names}}): gib zuerst jedem eine eigene',
  'csv.issue.sku-shared': '{{sku}} gehört zu mehreren Produkten',
  'csv.issue.sku-unknown': 'kein Produkt hat {{sku}}: lies zuerst Produkte ein',
  'csv.issue.service': '{{name}} ist eine Dienstleistung ohne Bestand',
  'csv.issue.specifications': 'muss aus Zeilen „Name: Wert“ bestehen',
  'csv.issue.name-shared': 'mehrere heißen {{name}}',
  'csv.issue.decimals-fixed':
    'kann sich nicht mehr ändern, sobald es Bestand gibt: gezählt wird mit {{decimals}}',
  'csv.issue.customers-shared':
    'mehrere Kunden haben dieses Telefon, diese E-Mail oder diesen Namen: berichtige sie zuerst',
  'csv.issue.repeated-email': 'ist der Kunde von Zeile {{line}} nach der E-Mail {{value}}',
  'csv.issue.repeated-phone': 'ist der Kunde von Zeile {{line}} nach dem Telefon {{value}}',
  'csv.issue.repeated-name': 'ist der Kunde von Zeile {{line}} nach dem Namen {{value}}',
  'csv.issue.has-movements':
    'hat schon Bewegungen ({{movements}}); buche stattdessen einen Zugang, eine Korrektur oder eine Zählung',
  'csv.issue.not-positive': 'muss mehr als 0 sein',
  'csv.issue.negative': 'darf nicht negativ sein',
  'csv.issue.at-least': 'muss mindestens {{least}} sein',
  'csv.issue.at-most': 'darf höchstens {{most}} sein',
  'csv.issue.too-long': 'darf höchstens {{most}} Zeichen haben',
  'csv.issue.not-email': 'muss eine E-Mail-Adresse sein',
  'csv.issue.unprintable': 'darf keine Zeichen enthalten, die man nicht drucken kann',
  'csv.issue.unreadable': 'muss etwas Lesbares enthalten',
  'csv.issue.quotes':
    'ein Anführungszeichen ist nicht geschlossen oder steht mitten in einer Zelle',
  'csv.issue.cells': 'hat {{cells}} Zellen, die erste Zeile {{titles}}',
  'csv.issue.file-column':
    'Der Datei fehlt die Spalte {{missing}}. Ihre erste Zeile muss die Spalten nennen: {{titles}}.',
  'csv.issue.file-encoding':
    'Die Datei ist nicht in UTF-8. Speichere sie in der Tabellenkalkulation als „CSV UTF-8“ und wähle sie noch einmal.',
  'csv.issue.file-large': 'Die Datei ist größer als 50 MB. Teile sie auf.',
  'csv.issue.file-empty': 'Die Datei ist leer.',
  'csv.issue.file-title-twice':
    'Die erste Zeile nennt die Spalte {{title}} zweimal. Benenne eine um oder entferne sie.',
}
