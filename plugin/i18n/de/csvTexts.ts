/** The texts of imports and exports in German. */
export const csvTexts = {
  'dashboard.view.files': 'Import und Export',
  'csv.download': 'CSV herunterladen',
  'csv.download-failed': 'Die Datei konnte nicht erstellt werden; nichts wurde geändert',

  'csv.kind.products': 'Produkte',
  'csv.kind.customers': 'Kunden',
  'csv.kind.openingStock': 'Anfangsbestand',

  'csv.import.title': 'Aus CSV einlesen',
  'csv.import.intro':
    'Wähle eine Datei oder lege sie hier ab. Zuerst siehst du Zeile für Zeile, was sie täte; gespeichert wird erst, wenn du Einlesen drückst. Dieselbe Datei noch einmal ändert nichts.',
  'csv.import.kind': 'Die Zeilen sind',
  'csv.import.file': 'CSV-Datei',
  'csv.import.choose': 'Datei wählen',
  'csv.import.template': 'Leere Vorlage',
  'csv.import.columns': 'Spalten: {{columns}}',
  'csv.hint.products':
    'Nötig: {{required}}; für neue Produkte auch Name und Preis. Eine Artikelnummer, die es gibt, wird um die Spalten der Datei geändert; eine leere Zelle leert das Feld. Geld und Mengen als Dezimalzahlen mit Punkt.',
  'csv.hint.customers':
    'Nötig: {{required}}. Ein Kunde wird an E-Mail oder Telefon wiedererkannt, ohne beides am Namen.',
  'csv.hint.openingStock':
    'Nötig: {{required}}. Nur Produkte ohne Bewegung bekommen einen Anfangsbestand; die anderen bleiben, wie sie sind.',
  'csv.import.reading': '{{file}} wird gelesen',
  'csv.import.run_one': '{{count}} Zeile einlesen',
  'csv.import.run_other': '{{count}} Zeilen einlesen',
  'csv.import.progress': 'Einlesen',
  'csv.import.done-of': '{{done}} von {{total}} Zeilen, {{failed}} abgelehnt',
  'csv.import.stop': 'Anhalten',

  'csv.plan.summary':
    '{{create}} neu, {{update}} geändert, {{unchanged}} unverändert, {{refused}} abgelehnt',
  'csv.plan.newBrands': 'Neue Marken: {{names}}',
  'csv.plan.newCategories': 'Neue Kategorien: {{names}}',
  'csv.plan.ignored': 'Spalten, die nicht gelesen werden: {{names}}',
  'csv.plan.rows': 'Zeilen der Datei',
  'csv.plan.row': 'Zeile {{line}} · {{label}}',
  'csv.action.create': 'Neu',
  'csv.action.update': 'Geändert',
  'csv.action.unchanged': 'Unverändert',
  'csv.action.refused': 'Abgelehnt',
  'csv.done.summary': '{{saved}} Zeilen gespeichert, {{failed}} abgelehnt',
  'csv.done.left_one':
    '{{count}} Zeile wurde nicht begonnen. Lies die Datei noch einmal ein, um fortzufahren.',
  'csv.done.left_other':
    '{{count}} Zeilen wurden nicht begonnen. Lies die Datei noch einmal ein, um fortzufahren.',
  'csv.column.line': 'Zeile',
  'csv.column.row': 'Inhalt',
  'csv.column.message': 'Meldung',
  'csv.done.problems': 'Abgelehnte Zeilen',

  'csv.export.title': 'Als CSV ausgeben',
  'csv.export.intro':
    'Dateien für Tabellen und andere Läden. Zellen, die eine Tabelle als Formel ausführen würde, beginnen mit einem Apostroph.',
  'csv.export.stock': 'Bestand',
  'csv.export.bills': 'Rechnungen',
  'csv.export.ledger': 'Lagerbuch',
  'csv.export.dayBook': 'Tagesbuch',
  'csv.export.from': 'Von',
  'csv.export.to': 'Bis',
  'csv.export.unreadable_one':
    '{{count}} Dokument kann nicht gelesen werden und fehlt in der Datei',
  'csv.export.unreadable_other':
    '{{count}} Dokumente können nicht gelesen werden und fehlen in der Datei',
}
