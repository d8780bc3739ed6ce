/** Texts of a refused delete or unpublish. */
export const removalTexts = {
  'removal.delete.title': '“{{name}}” cannot be deleted',
  'removal.unpublish.title': '“{{name}}” cannot be unpublished',
  'removal.used-by': 'It is used by:',
  'removal.more_one': 'and {{count}} more',
  'removal.more_other': 'and {{count}} more',
  'removal.why':
    'Bills and stock that name it would lose what they refer to. Nothing was changed. Archive it instead: it is offered no more, and everything that names it stays readable.',
  'removal.archived':
    'It is archived already: it is offered no more, and everything that names it stays readable.',
  'removal.archive': 'Archive',
  'removal.close': 'Close',
  'removal.failed':
    'The shop could not ask what uses it. Nothing was changed; try again. ({{reason}})',
  'removal.archive-failed': 'It was not archived: {{reason}}',
  'removal.unnamed': 'this document',
  'removal.kind.bill': 'bill {{label}}',
  'removal.kind.billBalance': 'what is open on bill {{label}}',
  'removal.kind.payment': 'payments',
  'removal.kind.creditNote': 'credit note {{label}}',
  'removal.kind.stockLevel': 'its stock',
  'removal.kind.stockTransaction': 'movements of {{label}}',
  'removal.kind.customerAccount': 'the customer’s account',
  'removal.kind.product': 'product {{label}}',
  'removal.kind.category': 'category {{label}}',
  'removal.kind.other': '{{type}} {{label}}',
} as const
