/** The texts of alerts in German. */
export const alertTexts = {
  'alert.dueSoon': 'Bald fällig',
  'alert.largeVoid': 'Großes Storno',
  'alert.largeDiscount': 'Großer Rabatt',
  'alert.publicDataset': 'Öffentlich',
  'alert.connectionLost': 'Abgeschnitten',
  'alert.settings': 'Einstellungen',

  'alert.due-days_zero': 'heute fällig',
  'alert.due-days_one': 'morgen fällig',
  'alert.due-days_other': 'in {{count}} Tagen fällig',
  'alert.discount-share': '{{percent}} % Nachlass, gegeben von {{by}}',
  'alert.public-title': 'Jeder kann das Dataset „{{dataset}}“ lesen',
  'alert.public-text':
    'Produkte, Marken und Preise sind für alle offen; Kunden, Rechnungen und Bestand haben private Kennungen und sind es nicht. Mache das Dataset in den Einstellungen des Projekts privat.',
  'alert.lost-title': 'Keine Verbindung zum Laden',
  'alert.lost-text':
    'Seit {{time}}. Was gezeigt wird, bleibt; neue Verkäufe warten, bis die Verbindung zurück ist.',
  'alert.settings-title': 'Optionen widersprechen den gespeicherten Einstellungen',

  'alert.menu': 'Was mit {{title}} zu tun ist',
  'alert.take': 'Ich kümmere mich darum',
  'alert.give': 'An {{name}} geben',
  'alert.release': 'Niemand kümmert sich darum',
  'alert.taken-by': 'bei {{name}}',
  'alert.mute-day': 'Bis morgen zur Seite legen',
  'alert.mute-week': 'Für eine Woche zur Seite legen',
  'alert.unmute': 'Zurückholen',
  'alert.note-refused': 'Die Notiz zum Hinweis wurde nicht gespeichert',
  'alerts.muted_one': '{{count}} zur Seite gelegt',
  'alerts.muted_other': '{{count}} zur Seite gelegt',

  'alerts.toast_one': '{{count}} neuer Hinweis',
  'alerts.toast_other': '{{count}} neue Hinweise',
  'alerts.toast-part': '{{count}} × {{kind}}',
  'alerts.show': 'Hinweise zeigen',
  'alerts.navbar_zero': 'Keine Hinweise des Ladens',
  'alerts.navbar_one': '{{count}} Hinweis des Ladens',
  'alerts.navbar_other': '{{count}} Hinweise des Ladens',
}
