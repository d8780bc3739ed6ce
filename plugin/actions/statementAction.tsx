import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {StatementDialog} from './papers/StatementDialog.lazy.ts'
import {createDialogAction} from './shared/createDialogAction.tsx'
import {message} from './shared/messages.ts'

declare module 'sanity' {
  /** Lets other plugins find and replace the action. */
  interface DocumentActionKeys {
    shopStatement: never
  }
}

/** *Statement* of a customer, to print or to send. */
export const statementAction = createDialogAction({
  name: 'shopStatement',
  label: 'statement',
  icon: DocumentTextIcon,
  useRefusal: ({published}) =>
    published === null ? message('action.disabled.publish-customer') : undefined,
  preloads: [StatementDialog],
  Dialog: StatementDialog,
})
