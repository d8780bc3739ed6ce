/** The texts of what stands beside a bill's or a product's form in German. */
export const inspectorTexts = {
  'inspector.bill': 'Was daraus wurde',
  'inspector.total': 'Summe',
  'inspector.paid': 'Bezahlt',
  'inspector.credited': 'Gutgeschrieben',
  'inspector.open': 'Offen',
  'inspector.due': 'Fällig am',
  'inspector.payments': 'Zahlungen',
  'inspector.moved': 'Bewegter Bestand',
  'inspector.product': 'Im Regal',
  'inspector.product.unpublished': 'Noch nicht veröffentlicht: kein Bestand zu zeigen.',
  'inspector.value': 'Wert zu Einstandspreisen',
  'related.loading': 'Wird geladen …',
  'related.failed':
    'Diese Liste konnte nicht geladen werden ({{reason}}). Öffnen Sie das Dokument noch einmal.',
  'related.limit': 'Die ersten {{count}} werden gezeigt.',
  'related.no-bills': 'Noch keine Rechnung.',
  'related.no-entries': 'Hat keinen Bestand bewegt.',
  'related.no-payments': 'Noch nichts bezahlt.',
} as const
