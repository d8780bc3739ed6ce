/** The texts of *Diagnostics* in German. */
export const diagnosticsTexts = {
  'reason.offline':
    'Dieses Gerät ist offline. Was zu sehen ist, bleibt; der Laden verbindet sich von selbst wieder.',
  'reason.unauthorized':
    'Die Daten verweigern den Zugriff. Melde dich neu an oder bitte die Verwaltung um Leserecht; der Laden versucht es von selbst wieder.',
  'reason.refused':
    'Die Daten haben die Anfrage abgelehnt. Der Laden versucht es von selbst wieder.',
  'reason.unreachable':
    'Die Daten sind nicht erreichbar. Was zu sehen ist, bleibt; der Laden versucht es von selbst wieder.',
  'reason.silent':
    'Die Daten haben nicht rechtzeitig geantwortet. Der Laden verbindet sich von selbst neu.',
  'reason.kept': 'Was dieses Gerät aufbewahrt hat, ist zu sehen, bis die Daten geantwortet haben.',
  'reason.clock': 'Die Uhr dieses Geräts geht anders als die der Daten.',

  'log.title': 'Verbindungsprotokoll',
  'log.at': 'Zeit',
  'log.state': 'Zustand',
  'log.reason': 'Grund',
  'proof.title': 'Beweis',
  'proof.checking': 'Wird geprüft',
  'proof.proved': 'Alles folgt auseinander',
  'proof.drift': 'Etwas weicht ab',
  'proof.not-checked': 'Noch nicht geprüft: der Laden wird noch geladen.',
  'proof.checked-at': 'Geprüft um {{time}} und wieder mit jeder Änderung.',
  'proof.malformed_zero': 'Kein Dokument ist unlesbar.',
  'proof.malformed_one': '{{count}} Dokument ist unlesbar und zählt nicht; siehe die Hinweise.',
  'proof.malformed_other':
    '{{count}} Dokumente sind unlesbar und zählen nicht; siehe die Hinweise.',
  'proof.access.private': 'Das Dataset „{{dataset}}“ ist privat.',
  'proof.access.public': 'Das Dataset „{{dataset}}“ ist öffentlich: jeder kann es lesen.',
  'proof.access.unknown':
    'Ob das Dataset „{{dataset}}“ privat ist, ist nicht bekannt: dieses Konto darf es nicht sehen.',
  'proof.whole':
    'Das umfasst, was dieses Fenster hält. „npm run verify“ leitet die ganze Geschichte noch einmal ab.',
  'windows.title': 'Fenster dieses Browsers',
  'windows.window': 'Fenster',
  'windows.state': 'Zustand',
  'windows.p50': 'Median',
  'windows.p95': '95 % unter',
  'windows.this': 'Dieses Fenster',
  'windows.other': 'Fenster {{number}}: {{place}}',
  'windows.ms': '{{ms}} ms',
  'windows.hint':
    'Vom Speichern bis zum Bildschirm über die letzten 200 Änderungen, nach der Uhr des Servers. Die Probeläufe unten fragen auch die Fenster anderer Geräte.',
  'test.windows': 'Alle Fenster fragen',
  'test.windows-hint':
    'Ändert nichts am Laden: eine Nachricht an die Fenster, die wieder gelöscht wird.',
  'test.answers': 'Fenster, die geantwortet haben',
  'test.answers-running_zero': 'Noch hat kein Fenster geantwortet',
  'test.answers-running_one': 'Bisher hat {{count}} Fenster geantwortet',
  'test.answers-running_other': 'Bisher haben {{count}} Fenster geantwortet',
  'test.answers-ended_zero': 'Kein Fenster hat geantwortet; der Probelauf ist gelöscht',
  'test.answers-ended_one': '{{count}} Fenster hat geantwortet; der Probelauf ist gelöscht',
  'test.answers-ended_other': '{{count}} Fenster haben geantwortet; der Probelauf ist gelöscht',
  'test.answers-hint':
    'Dieser Probelauf: vom Speichern, bis er dort gezeichnet war, nach der Uhr des Servers, mit der jedes Fenster seine eigene vergleicht; ± sagt, um wie viel das falsch sein kann. Median und 95 %: vom Speichern bis zum Bildschirm über seine letzten Änderungen. Fenster im Hintergrund zeichnen nichts und sind manchmal langsam.',
  'test.this': 'Dieser Probelauf',
  'test.measured': 'Gemessene Änderungen',
  'test.about': '{{ms}} ms ± {{uncertainty}}',
  'test.hidden': 'im Hintergrund',
  'test.missing_one':
    '{{names}} ist auch hier und hat nicht geantwortet: ein Fenster, dessen Rolle nur lesen darf, kann das nicht.',
  'test.missing_other':
    '{{names}} sind auch hier und haben nicht geantwortet: Fenster, deren Rolle nur lesen darf, können das nicht.',
  'test.bill-void': 'Probelauf des Dashboards, zurückgenommen',
}
