/** Why an operation was refused, by the reason or the code of its error. */
export const refusalTexts = {
  'refusal.archived': '{{name}} is archived. Activate it again, or choose another.',
  'refusal.counted-before': 'It was counted later than this already; that count stays.',
  'refusal.credit-left': 'The customer has {{credit}} of credit. Take the rest by another method.',
  'refusal.credit-limit':
    '{{name}} would owe {{owed}}, more than the credit limit of {{limit}}. Take a payment with the bill.',
  'refusal.decimals-fixed': 'The decimals of the unit cannot change once there is stock.',
  'refusal.draft': 'This product is only a draft. Publish it first.',
  'refusal.future': 'The time lies in the future.',
  'refusal.line-left': 'Only {{left}} of {{name}} is left to credit.',
  'refusal.more-than-bill': 'The discount is more than the bill.',
  'refusal.more-than-line': 'The discount on {{line}} is more than the line.',
  'refusal.no-stock-kept': '{{name}} is a service and keeps no stock.',
  'refusal.not-only-damage': 'Damage takes goods away: enter a number below 0.',
  'refusal.nothing-due':
    'Nothing is due on {{number}}. Keep the money for a later bill as a deposit.',
  'refusal.offline':
    'This device is offline. Nothing was saved; try again when the network is back.',
  'refusal.offline-in-doubt':
    'This device went offline while it was saving. It may have been saved all the same; trying again with the same form never does it twice.',
  'refusal.opened-before': 'It has movements already. Receive or adjust it instead.',
  'refusal.overpaid':
    'The payments ({{given}}) are more than the {{due}} that is due. Give change, or keep the rest as credit.',
  'refusal.overpaid-card':
    'The payments ({{given}}) are more than the {{due}} that is due, and change can only be given out of cash.',
  'refusal.overpaid-walk-in':
    'The payments ({{given}}) are more than the {{due}} that is due. Credit is kept only for a customer.',
  'refusal.paid-back-most': 'At most {{most}} can be paid back.',
  'refusal.required': 'This must not be empty.',
  'refusal.sku-taken': 'The SKU {{sku}} belongs to {{name}} already. Choose another.',
  'refusal.unanswered': 'The shop’s data does not answer. Nothing was saved; try again.',
  'refusal.unanswered-in-doubt':
    'The shop’s data does not answer. It may have been saved all the same; trying again with the same form never does it twice.',
  'refusal.void': 'Bill {{number}} was voided by {{by}}.',
  'refusal.walk-in-credit': 'A walk-in has no credit. Choose the customer or another method.',
  'refusal.code.conflict':
    'Others kept changing the same documents. Try again with the same form: it never does it twice.',
  'refusal.code.key-reused':
    'This form was used for something else before. What it did then was kept, nothing new was saved; open a new form.',
  'refusal.code.not-found':
    'What this is about is gone: it was deleted or done elsewhere. Nothing was saved.',
  'refusal.code.rate-limited':
    'Too much at once. Try again in a moment with the same form: it never does it twice.',
  'refusal.code.referenced': 'Others refer to it. Nothing was deleted; archive it instead.',
  'refusal.code.out-of-stock':
    'There is not enough in stock. Nothing was saved; lower the quantity.',
  'refusal.code.not-permitted':
    'Your role may not do this. Nothing was saved; ask an administrator.',
  'refusal.code.offline':
    'This device cannot reach the shop’s data. Try again with the same form: it never does it twice.',
  'refusal.code.invalid': 'This cannot be saved as it stands. Nothing was saved.',
  'refusal.approval.discountOver':
    'Such a discount needs an administrator, logged in at this form. Nothing was saved.',
  'refusal.approval.lossOver':
    'Taking away goods of that value needs an administrator, logged in at this form. Nothing was saved.',
  'refusal.approval.void':
    'Voiding needs an administrator, logged in at this form. Nothing was saved.',
  'refusal.approval.refund':
    'Paying money back needs an administrator, logged in at this form. Nothing was saved.',
  'refusal.approval.belowCost':
    'Selling below cost needs an administrator, logged in at this form. Nothing was saved.',
  'refusal.approval.creditLimit':
    'Going beyond the credit limit needs an administrator, logged in at this form. Nothing was saved.',
}
