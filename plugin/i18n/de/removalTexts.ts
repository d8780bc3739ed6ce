/** The texts of a refused delete or unpublish in German. */
export const removalTexts = {
  'removal.delete.title': '„{{name}}“ kann nicht gelöscht werden',
  'removal.unpublish.title': 'Die Veröffentlichung von „{{name}}“ kann nicht aufgehoben werden',
  'removal.used-by': 'Es wird benutzt von:',
  'removal.more_one': 'und {{count}} weiteren',
  'removal.more_other': 'und {{count}} weiteren',
  'removal.why':
    'Rechnungen und Bestand, die es nennen, verlören, worauf sie sich beziehen. Nichts wurde geändert. Archiviere es stattdessen: dann wird es nicht mehr angeboten, und alles, was es nennt, bleibt lesbar.',
  'removal.archived':
    'Es ist schon archiviert: es wird nicht mehr angeboten, und alles, was es nennt, bleibt lesbar.',
  'removal.archive': 'Archivieren',
  'removal.close': 'Schließen',
  'removal.failed':
    'Der Laden konnte nicht fragen, wer es benutzt. Nichts wurde geändert; versuche es noch einmal. ({{reason}})',
  'removal.archive-failed': 'Es wurde nicht archiviert: {{reason}}',
  'removal.unnamed': 'dieses Dokument',
  'removal.kind.bill': 'Rechnung {{label}}',
  'removal.kind.billBalance': 'Offenes auf Rechnung {{label}}',
  'removal.kind.payment': 'Zahlungen',
  'removal.kind.creditNote': 'Gutschrift {{label}}',
  'removal.kind.stockLevel': 'sein Bestand',
  'removal.kind.stockTransaction': 'Bewegungen von {{label}}',
  'removal.kind.customerAccount': 'das Kundenkonto',
  'removal.kind.product': 'Produkt {{label}}',
  'removal.kind.category': 'Kategorie {{label}}',
  'removal.kind.other': '{{type}} {{label}}',
}
