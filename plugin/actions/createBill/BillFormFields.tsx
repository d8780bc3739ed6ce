import {AddIcon} from '@sanity/icons/Add'
import {Button, Card, Stack, Text} from '@sanity/ui'
import {uuid} from '@sanity/uuid'
import {useEffect, useId, useRef} from 'react'
import type {FormEvent} from 'react'
import {useTranslation} from 'sanity'
import {styled} from 'styled-components'
import type {Product} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {CustomerPicker} from '../shared/CustomerPicker.tsx'
import {FailureCard} from '../shared/FailureCard.tsx'
import {ProductEntry} from '../shared/ProductEntry.tsx'
import {Restored} from '../shared/Restored.tsx'
import {BillLines} from './BillLines.tsx'
import {BillSidebar} from './BillSidebar.tsx'
import {GoneDraft} from './GoneDraft.tsx'
import {ParkedSales} from './ParkedSales.tsx'
import type {Till} from './useBillForm.ts'

/** A scanner that ends its code with two line ends must not issue the bill. */
const SCANNER_PAUSE_MS = 250

const Columns = styled.div`
  container: bill / inline-size;
  & > form {
    display: grid;
    gap: 20px;
    padding: 4px 20px 20px;
    @container bill (min-width: 860px) {
      grid-template-columns: minmax(0, 1fr) 300px;
      /* a dialog that grew with every scan would move what the hand goes for, and leave no room for what is found */
      min-height: min(560px, 60vh);
    }
  }
`

export interface BillFormFieldsProps {
  bill: Till
  formId: string
}

/** Left what is sold, right what is paid. */
export function BillFormFields({bill, formId}: BillFormFieldsProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {form, dispatch, read} = bill
  const customerId = useId()
  const search = useRef<HTMLInputElement>(null)
  const lastPick = useRef(Number.NEGATIVE_INFINITY)
  useSubmitByModifier(bill.issue)
  const {currency} = bill.sources
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A dialog opened from a document form is a React child of that form.
    event.stopPropagation()
    if (performance.now() - lastPick.current > SCANNER_PAUSE_MS) void bill.issue()
  }
  // What was removed or chosen takes the focus with it: it goes on in the search, where the next product comes from.
  const focusSearch = () => search.current?.focus()
  const pick = (product: Product) => {
    lastPick.current = performance.now()
    dispatch({type: 'addProduct', id: uuid(), product, currency})
  }
  return (
    <Columns>
      <form
        id={formId}
        noValidate
        // who types after a pick is a person, whose Enter counts however soon it comes
        onInput={() => (lastPick.current = Number.NEGATIVE_INFINITY)}
        onSubmit={submit}
      >
        <Stack gap={4}>
          {bill.restored && (
            <Restored onStartOver={bill.startOver} text={t('bill-form.restored')} />
          )}
          <ParkedSales bill={bill} onResumed={focusSearch} />
          <CustomerPicker
            customer={form.customer}
            id={customerId}
            onChange={(customer) => {
              dispatch({type: 'setCustomer', customer})
              focusSearch()
            }}
          />
          <ProductEntry inputRef={search} onPick={pick} />
          <BillLines bill={bill} onRemoved={focusSearch} />
          <div>
            <Button
              fontSize={1}
              icon={AddIcon}
              mode="bleed"
              onClick={() => dispatch({type: 'addFreeLine', id: uuid()})}
              padding={2}
              text={t('bill-form.add-free')}
              type="button"
            />
          </div>
          {bill.attempted && read.errors.lines !== undefined && (
            <Card padding={3} radius={2} role="alert" tone="critical">
              <Text size={1}>{t(read.errors.lines.key)}</Text>
            </Card>
          )}
          {bill.failure !== undefined && (
            <FailureCard failure={bill.failure} title={t('bill-error.title')} />
          )}
          <GoneDraft bill={bill} />
        </Stack>
        <BillSidebar bill={bill} onRemoved={focusSearch} />
      </form>
    </Columns>
  )
}

/** Ctrl or Cmd with Enter issues from anywhere, the text area included, also when nothing has the focus any more. */
function useSubmitByModifier(issue: () => Promise<void>): void {
  const current = useRef(issue)
  useEffect(() => {
    current.current = issue
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      void current.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
