import {AddIcon} from '@sanity/icons/Add'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {Button, Flex} from '@sanity/ui'
import type {SyntheticEvent} from 'react'
import {useTranslation} from 'sanity'
import {CreateBillDialog} from '../../actions/createBill/CreateBillDialog.lazy.ts'
import {StatementDialog} from '../../actions/papers/StatementDialog.lazy.ts'
import {ShopDialog} from '../../actions/shared/ShopDialog.tsx'
import type {User} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'

/** What is being done with a customer; focus returns to `button` afterwards. */
export interface CustomerTask {
  kind: 'bill' | 'statement'
  customer: string
  button: HTMLElement
}

/** What is done most with a customer; the row around it opens the customer's form. */
export function CustomerActions({
  user,
  onOpen,
}: {
  user: User
  onOpen: (task: CustomerTask) => void
}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const name = {name: user.name}
  const open = (kind: CustomerTask['kind']) => (event: SyntheticEvent<HTMLElement>) => {
    stay(event)
    onOpen({kind, customer: user._id, button: event.currentTarget})
  }
  return (
    <Flex gap={1}>
      <Button
        aria-label={t('customers.new-bill-for', name)}
        fontSize={1}
        icon={AddIcon}
        mode="ghost"
        onClick={open('bill')}
        onKeyDown={stay}
        padding={2}
        title={t('customers.new-bill')}
      />
      <Button
        aria-label={t('customers.statement-of', name)}
        fontSize={1}
        icon={DocumentTextIcon}
        mode="ghost"
        onClick={open('statement')}
        onKeyDown={stay}
        padding={2}
        title={t('customers.statement')}
      />
    </Flex>
  )
}

/** What is pressed on a button of the row must not open the row. */
function stay(event: SyntheticEvent): void {
  event.stopPropagation()
}

/** The dialog of a task. It stands beside the table: what is typed in it must not reach a row. */
export function CustomerDialog({task, onClose}: {task: CustomerTask; onClose: () => void}) {
  const close = () => {
    onClose()
    task.button.focus()
  }
  return (
    <ShopDialog>
      {task.kind === 'bill' ? (
        <CreateBillDialog customer={task.customer} onClose={close} />
      ) : (
        <StatementDialog id={task.customer} onClose={close} />
      )}
    </ShopDialog>
  )
}
