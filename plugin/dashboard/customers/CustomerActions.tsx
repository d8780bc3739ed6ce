import {AddIcon} from '@sanity/icons/Add'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {Button, Flex} from '@sanity/ui'
import {lazy, useRef, useState} from 'react'
import type {SyntheticEvent} from 'react'
import {useTranslation} from 'sanity'
import {CreateBillDialog} from '../../actions/createBill/CreateBillDialog.lazy.ts'
import {ShopDialog} from '../../actions/shared/ShopDialog.tsx'
import type {User} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'

const StatementDialog = lazy(() => import('../../actions/papers/StatementDialog.tsx'))

/** What is done most with a customer; the row around it opens the customer's form. */
export function CustomerActions({user}: {user: User}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const [open, setOpen] = useState<'bill' | 'statement'>()
  const billButton = useRef<HTMLButtonElement>(null)
  const statementButton = useRef<HTMLButtonElement>(null)
  const name = {name: user.name}
  const close = () => {
    const button = open === 'bill' ? billButton.current : statementButton.current
    setOpen(undefined)
    button?.focus()
  }
  return (
    // what is pressed here must not open the row; a dialog is a child of it too
    <div onClick={stay} onKeyDown={stay} role="presentation">
      <Flex gap={1}>
        <Button
          aria-label={t('customers.new-bill-for', name)}
          fontSize={1}
          icon={AddIcon}
          mode="ghost"
          onClick={() => setOpen('bill')}
          padding={2}
          ref={billButton}
          title={t('customers.new-bill')}
        />
        <Button
          aria-label={t('customers.statement-of', name)}
          fontSize={1}
          icon={DocumentTextIcon}
          mode="ghost"
          onClick={() => setOpen('statement')}
          padding={2}
          ref={statementButton}
          title={t('customers.statement')}
        />
      </Flex>
      {open === 'bill' && (
        <ShopDialog>
          <CreateBillDialog customer={user._id} onClose={close} />
        </ShopDialog>
      )}
      {open === 'statement' && (
        <ShopDialog>
          <StatementDialog id={user._id} onClose={close} />
        </ShopDialog>
      )}
    </div>
  )
}

function stay(event: SyntheticEvent): void {
  event.stopPropagation()
}
