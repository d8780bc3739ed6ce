import {AddIcon} from '@sanity/icons/Add'
import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {uuid} from '@sanity/uuid'
import {useId, useRef} from 'react'
import type {FormEvent, KeyboardEvent} from 'react'
import {useTranslation} from 'sanity'
import {styled} from 'styled-components'
import type {Product} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {CameraButton} from '../shared/CameraButton.tsx'
import {CustomerPicker} from '../shared/CustomerPicker.tsx'
import {FailureCard} from '../shared/FailureCard.tsx'
import {ProductPicker} from '../shared/ProductPicker.tsx'
import {ScanNote} from '../shared/ScanNote.tsx'
import {useProductScanner} from '../shared/useProductScanner.ts'
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
  const ids = {product: useId(), customer: useId()}
  const search = useRef<HTMLInputElement>(null)
  const lastPick = useRef(0)
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
  const scanner = useProductScanner(pick)
  return (
    <Columns>
      <form id={formId} noValidate onKeyDown={submitByModifier(bill.issue)} onSubmit={submit}>
        <Stack gap={4}>
          {bill.restored && <Restored onStartOver={bill.startOver} />}
          <ParkedSales bill={bill} onResumed={focusSearch} />
          <CustomerPicker
            customer={form.customer}
            id={ids.customer}
            onChange={(customer) => {
              dispatch({type: 'setCustomer', customer})
              focusSearch()
            }}
          />
          <ProductPicker
            id={ids.product}
            inputRef={search}
            onPick={(product) => {
              scanner.forget()
              pick(product)
            }}
          />
          <CameraButton onScan={scanner.scan} />
          <ScanNote code={scanner.unknown} onForget={scanner.forget} />
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

function Restored({onStartOver}: {onStartOver: () => void}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <Card border padding={2} paddingLeft={3} radius={2} tone="primary">
      <Flex align="center" gap={3} justify="space-between">
        <Text size={1}>{t('bill-form.restored')}</Text>
        <Button
          fontSize={1}
          mode="ghost"
          onClick={onStartOver}
          padding={2}
          text={t('bill-form.start-over')}
          type="button"
        />
      </Flex>
    </Card>
  )
}

/** Ctrl or Cmd with Enter issues from anywhere, the text area included. */
function submitByModifier(issue: () => Promise<void>) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void issue()
  }
}
