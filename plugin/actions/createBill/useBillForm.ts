import {uuid} from '@sanity/uuid'
import {useEffect, useMemo, useReducer, useState} from 'react'
import {useDataset, useProjectId} from 'sanity'
import type {Bill, Product} from '../../domain/documents.ts'
import {useShopSnapshot} from '../../realtime/index.ts'
import {useCustomerCredit} from '../bill/useBillSubject.ts'
import {useSubmission} from '../shared/useSubmission.ts'
import {billFormReducer, emptyBillForm, hasContent} from './billForm.ts'
import type {BillForm, BillFormAction} from './billForm.ts'
import {sellAgain} from './parkedSale.ts'
import type {FormSources} from './parkedSale.ts'
import {readBillForm} from './readBillForm.ts'
import {createSavedBillForm} from './savedBillForm.ts'
import {useIssueBill} from './useIssueBill.tsx'
import {useParkBill} from './useParkBill.ts'

export interface BillStart {
  customer?: string
  product?: string
  /** A bill whose goods are sold once more. */
  again?: Bill
}

/** The bill being made: kept in the tab until it is issued, issued once however often Enter is pressed. */
export function useBillForm(start: BillStart, onIssued: () => void) {
  const saved = useSavedForm(start)
  const [restored, setRestored] = useState(() => saved.load() !== undefined)
  const products = useShopSnapshot((snapshot) => snapshot.products)
  const settings = useShopSnapshot((snapshot) => snapshot.settings)
  const sources: FormSources = {products, currency: settings.currency, newId: uuid}
  const [form, change] = useReducer(
    billFormReducer,
    undefined,
    () => saved.load() ?? beginForm(start, sources),
  )
  const credit = useCustomerCredit(form.customer)
  const read = useMemo(
    () => readBillForm(form, {products, settings, credit}),
    [form, products, settings, credit],
  )
  const submission = useSubmission()
  const issueBill = useIssueBill()
  const parkBill = useParkBill()

  useEffect(() => saved.save(form), [saved, form])

  const dispatch = (action: BillFormAction) => {
    submission.forgive()
    change(action)
  }

  const begin = (next: BillForm) => {
    saved.clear()
    setRestored(false)
    submission.reset()
    dispatch({type: 'replace', form: next})
  }
  const {command} = read
  return {
    form,
    dispatch,
    read,
    credit,
    sources,
    restored,
    hasContent: hasContent(form),
    attempted: submission.attempted,
    working: submission.working,
    failure: submission.failure,
    /** Goes on with a parked sale. */
    resume: begin,
    startOver: () => begin(beginForm(start, sources)),
    issue: () =>
      submission.submit(
        command &&
          (async () => {
            await issueBill({key: form.key, ...command}, read.payments.change)
            saved.clear()
            onIssued()
          }),
      ),
    park: () =>
      submission.submit(async () => {
        await parkBill(form, command)
        begin(beginForm({}, sources))
      }),
  }
}

export type Till = ReturnType<typeof useBillForm>

/** Each place that opens the dialog keeps its own begun bill. */
function useSavedForm({customer, product, again}: BillStart) {
  const projectId = useProjectId()
  const dataset = useDataset()
  const place = [projectId, dataset, again?._id ?? customer ?? product ?? 'counter'].join('.')
  return useMemo(() => createSavedBillForm(sessionStorage, place), [place])
}

/** A walk-in pays at once, in cash unless said otherwise; a known customer's bill is open until a payment is added. */
function beginForm({customer, product, again}: BillStart, sources: FormSources): BillForm {
  const key = uuid()
  const empty = again === undefined ? emptyBillForm(key, customer) : sellAgain(again, key, sources)
  const paying = empty.customer === undefined ? payingAtOnce(empty) : empty
  return withProduct(paying, product, sources)
}

export function payingAtOnce(form: BillForm): BillForm {
  return {...form, payments: [{id: uuid(), method: 'cash', amount: ''}]}
}

function withProduct(
  form: BillForm,
  id: string | undefined,
  {products, currency}: {products: ReadonlyMap<string, Product>; currency: string},
): BillForm {
  const product = id === undefined ? undefined : products.get(id)
  return product === undefined
    ? form
    : billFormReducer(form, {type: 'addProduct', id: uuid(), product, currency})
}
