/** Texts of alerts and of what people do about them; `_one` and `_other` are plural forms. */
export const alertTexts = {
  'alert.dueSoon': 'Due soon',
  'alert.largeVoid': 'Large void',
  'alert.largeDiscount': 'Large discount',
  'alert.publicDataset': 'Public',
  'alert.connectionLost': 'Cut off',
  'alert.settings': 'Settings',

  'alert.due-days_zero': 'due today',
  'alert.due-days_one': 'due tomorrow',
  'alert.due-days_other': 'due in {{count}} days',
  'alert.discount-share': '{{percent}} % off, given by {{by}}',
  'alert.public-title': 'Anyone can read the dataset “{{dataset}}”',
  'alert.public-text':
    'Products, brands and prices are open to everybody; customers, bills and stock have private ids and are not. Make the dataset private in the project’s settings.',
  'alert.lost-title': 'No connection to the shop',
  'alert.lost-text':
    'Since {{time}}. What is shown stays; new sales wait until the connection is back.',
  'alert.settings-title': 'Options contradict the stored settings',

  'alert.menu': 'What to do about {{title}}',
  'alert.take': 'I take care of it',
  'alert.give': 'Give to {{name}}',
  'alert.release': 'Nobody takes care of it',
  'alert.taken-by': 'taken by {{name}}',
  'alert.mute-day': 'Put aside until tomorrow',
  'alert.mute-week': 'Put aside for a week',
  'alert.unmute': 'Bring back',
  'alert.note-refused': 'The note on the alert was not saved',
  'alerts.muted_one': '{{count}} put aside',
  'alerts.muted_other': '{{count}} put aside',

  'alerts.toast_one': '{{count}} new alert',
  'alerts.toast_other': '{{count}} new alerts',
  'alerts.toast-part': '{{count}} × {{kind}}',
  'alerts.show': 'Show alerts',
  'alerts.navbar_zero': 'No alerts of the shop',
  'alerts.navbar_one': '{{count}} alert of the shop',
  'alerts.navbar_other': '{{count}} alerts of the shop',
} as const
