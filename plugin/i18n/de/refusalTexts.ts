export const refusalTexts = {
  'refusal.archived': '{{name}} ist archiviert. Aktiviere es wieder oder wähle etwas anderes.',
  'refusal.counted-before': 'Es wurde schon später gezählt; jene Zählung bleibt.',
  'refusal.credit-left': 'Das Guthaben beträgt {{credit}}. Nimm den Rest auf andere Weise.',
  'refusal.credit-limit':
    '{{name}} würde {{owed}} schulden, mehr als das Kreditlimit von {{limit}}. Nimm mit der Rechnung eine Zahlung an.',
  'refusal.decimals-fixed':
    'Die Nachkommastellen der Einheit können sich nicht mehr ändern, sobald es Bestand gibt.',
  'refusal.draft': 'Dieses Produkt ist nur ein Entwurf. Veröffentliche es zuerst.',
  'refusal.future': 'Der Zeitpunkt liegt in der Zukunft.',
  'refusal.line-left': 'Von {{name}} können nur noch {{left}} gutgeschrieben werden.',
  'refusal.more-than-bill': 'Der Rabatt ist höher als die Rechnung.',
  'refusal.more-than-line': 'Der Rabatt auf {{line}} ist höher als die Position.',
  'refusal.no-stock-kept': '{{name}} ist eine Dienstleistung und führt keinen Bestand.',
  'refusal.not-only-damage': 'Bruch nimmt Ware weg: Gib eine Zahl unter 0 ein.',
  'refusal.nothing-due':
    'Auf {{number}} ist nichts offen. Behalte das Geld als Anzahlung für eine spätere Rechnung.',
  'refusal.offline':
    'Dieses Gerät ist offline. Nichts wurde gespeichert; versuche es wieder, wenn das Netz zurück ist.',
  'refusal.offline-in-doubt':
    'Dieses Gerät ging beim Speichern offline. Es kann trotzdem gespeichert sein; derselbe Versuch geschieht nie zweimal.',
  'refusal.opened-before':
    'Es gibt schon Bewegungen. Buche stattdessen einen Eingang oder eine Korrektur.',
  'refusal.overpaid':
    'Die Zahlungen ({{given}}) sind mehr als die fälligen {{due}}. Gib Wechselgeld oder behalte den Rest als Guthaben.',
  'refusal.overpaid-card':
    'Die Zahlungen ({{given}}) sind mehr als die fälligen {{due}}, und Wechselgeld gibt es nur aus Bargeld.',
  'refusal.overpaid-walk-in':
    'Die Zahlungen ({{given}}) sind mehr als die fälligen {{due}}. Guthaben gibt es nur für einen Kunden.',
  'refusal.paid-back-most': 'Höchstens {{most}} können zurückgezahlt werden.',
  'refusal.required': 'Das darf nicht leer sein.',
  'refusal.sku-taken': 'Die Artikelnummer {{sku}} gehört schon zu {{name}}. Wähle eine andere.',
  'refusal.unanswered':
    'Die Daten des Ladens antworten nicht. Nichts wurde gespeichert; versuche es noch einmal.',
  'refusal.unanswered-in-doubt':
    'Die Daten des Ladens antworten nicht. Es kann trotzdem gespeichert sein; derselbe Versuch geschieht nie zweimal.',
  'refusal.void': 'Die Rechnung {{number}} wurde von {{by}} storniert.',
  'refusal.walk-in-credit':
    'Laufkundschaft hat kein Guthaben. Wähle den Kunden oder eine andere Zahlungsart.',
  'refusal.code.conflict':
    'Andere haben dieselben Dokumente immer wieder geändert. Versuche es mit demselben Formular noch einmal: Es geschieht nie zweimal.',
  'refusal.code.key-reused':
    'Dieses Formular wurde schon für etwas anderes benutzt. Jenes bleibt, nichts Neues wurde gespeichert; öffne ein neues Formular.',
  'refusal.code.not-found':
    'Worum es geht, gibt es nicht mehr: Es wurde anderswo gelöscht oder erledigt. Nichts wurde gespeichert.',
  'refusal.code.rate-limited':
    'Zu viel auf einmal. Versuche es gleich mit demselben Formular noch einmal: Es geschieht nie zweimal.',
  'refusal.code.referenced':
    'Anderes verweist darauf. Nichts wurde gelöscht; archiviere es stattdessen.',
  'refusal.code.out-of-stock':
    'Es ist nicht genug auf Lager. Nichts wurde gespeichert; verringere die Menge.',
  'refusal.code.not-permitted':
    'Deine Rolle darf das nicht. Nichts wurde gespeichert; frage einen Administrator.',
  'refusal.code.offline':
    'Dieses Gerät erreicht die Daten des Ladens nicht. Versuche es mit demselben Formular noch einmal: Es geschieht nie zweimal.',
  'refusal.code.invalid': 'So kann das nicht gespeichert werden. Nichts wurde gespeichert.',
  'refusal.approval.discountOver':
    'Ein solcher Rabatt braucht einen Administrator, angemeldet an diesem Formular. Nichts wurde gespeichert.',
  'refusal.approval.lossOver':
    'Ware von diesem Wert wegzunehmen braucht einen Administrator, angemeldet an diesem Formular. Nichts wurde gespeichert.',
  'refusal.approval.void':
    'Ein Storno braucht einen Administrator, angemeldet an diesem Formular. Nichts wurde gespeichert.',
  'refusal.approval.refund':
    'Eine Rückzahlung braucht einen Administrator, angemeldet an diesem Formular. Nichts wurde gespeichert.',
  'refusal.approval.belowCost':
    'Unter Einkaufspreis zu verkaufen braucht einen Administrator, angemeldet an diesem Formular. Nichts wurde gespeichert.',
  'refusal.approval.creditLimit':
    'Über das Kreditlimit zu gehen braucht einen Administrator, angemeldet an diesem Formular. Nichts wurde gespeichert.',
}
