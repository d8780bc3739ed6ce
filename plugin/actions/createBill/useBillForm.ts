import {useToast} from '@sanity/ui/toast'
import {uuid} from '@sanity/uuid'
import {useEffect, useMemo, useReducer, useRef, useState} from 'react'
import {useDataset, useProjectId, useTranslation} from 'sanity'
import type {Product} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useSanityOperations, useShopSnapshot} from '../../realtime/index.ts'
import {toFailure} from '../shared/toFailure.ts'
import type {Failure} from '../shared/toFailure.ts'
import {useShopFormat} from '../shared/useShop.ts'
import {billFormReducer, emptyBillForm} from './billForm.ts'
import type {BillForm} from './billForm.ts'
import {readBillForm} from './readBillForm.ts'
import {createSavedBillForm} from './savedBillForm.ts'

export interface BillStart {
  customer?: string
  product?: string
}

/** The bill being made: kept in the tab until it is issued, issued once however often Enter is pressed. */
export function useBillForm(start: BillStart, onIssued: () => void) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const toast = useToast()
  const format = useShopFormat()
  const {bills} = useSanityOperations()
  const saved = useSavedForm(start)
  const [restored, setRestored] = useState(() => saved.load() !== undefined)
  const products = useShopSnapshot((snapshot) => snapshot.products)
  const settings = useShopSnapshot((snapshot) => snapshot.settings)
  const begin = (): BillForm => beginForm(start, products, settings.currency)
  const [form, dispatch] = useReducer(billFormReducer, undefined, () => saved.load() ?? begin())
  const [attempted, setAttempted] = useState(false)
  const [issuing, setIssuing] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const inFlight = useRef(false)
  const read = useMemo(() => readBillForm(form, {products, settings}), [form, products, settings])

  useEffect(() => saved.save(form), [saved, form])

  const issue = async (): Promise<void> => {
    setAttempted(true)
    const {command} = read
    if (command === undefined || inFlight.current) return
    inFlight.current = true
    setIssuing(true)
    setFailure(undefined)
    try {
      const {bill} = await bills.create({key: form.key, ...command})
      saved.clear()
      toast.push({
        status: 'success',
        title: t('bill-form.issued', {number: bill.number}),
        description: t('bill-form.issued-description', {
          total: format.money(bill.totals.total),
          customer: bill.customerName ?? t('bill.walk-in'),
        }),
      })
      onIssued()
    } catch (error) {
      setFailure(toFailure(error))
    } finally {
      inFlight.current = false
      setIssuing(false)
    }
  }

  const startOver = () => {
    saved.clear()
    setRestored(false)
    setAttempted(false)
    setFailure(undefined)
    dispatch({type: 'replace', form: begin()})
  }
  return {form, dispatch, read, attempted, issuing, failure, issue, restored, startOver}
}

/** Each place that opens the dialog keeps its own begun bill. */
function useSavedForm({customer, product}: BillStart) {
  const projectId = useProjectId()
  const dataset = useDataset()
  const place = [projectId, dataset, customer ?? product ?? 'counter'].join('.')
  return useMemo(() => createSavedBillForm(sessionStorage, place), [place])
}

/** A walk-in pays at once, in cash unless said otherwise; a known customer's bill is open until a payment is added. */
function beginForm(
  {customer, product}: BillStart,
  products: ReadonlyMap<string, Product>,
  currency: string,
): BillForm {
  const empty = emptyBillForm(uuid(), customer)
  const paying: BillForm =
    customer === undefined
      ? {...empty, payments: [{id: uuid(), method: 'cash', amount: ''}]}
      : empty
  const first = product === undefined ? undefined : products.get(product)
  return first === undefined
    ? paying
    : billFormReducer(paying, {type: 'addProduct', id: uuid(), product: first, currency})
}
