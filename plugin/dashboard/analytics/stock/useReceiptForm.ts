import {useToast} from '@sanity/ui/toast'
import {uuid} from '@sanity/uuid'
import {useRef, useState} from 'react'
import {useTranslation} from 'sanity'
import {toFailure} from '../../../actions/shared/toFailure.ts'
import type {Failure} from '../../../actions/shared/toFailure.ts'
import type {StockCover} from '../../../domain/analytics/stockCover.ts'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'
import {useSanityOperations, useShopSettings} from '../../../realtime/index.ts'
import {readReceipt, receiptLines} from './receiptForm.ts'
import type {ReceiptLine} from './receiptForm.ts'

/** The receipt being made; one however often Enter is pressed. */
export function useReceiptForm(proposal: readonly StockCover[], onDone: () => void) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const toast = useToast()
  const {stock} = useSanityOperations()
  const {currency} = useShopSettings()
  const [key] = useState(() => uuid())
  const [lines, setLines] = useState(() => receiptLines(proposal, currency))
  const [reference, setReference] = useState('')
  const [attempted, setAttempted] = useState(false)
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const inFlight = useRef(false)
  const read = readReceipt(lines, currency)

  const submit = async (): Promise<void> => {
    setAttempted(true)
    if (read.wrong.size > 0 || read.lines.length === 0 || inFlight.current) return
    inFlight.current = true
    setWorking(true)
    setFailure(undefined)
    const from = reference.trim()
    try {
      const {entries} = await stock.receive({
        key,
        lines: read.lines,
        ...(from === '' ? {} : {reference: from}),
      })
      toast.push({
        status: 'success',
        title: t('analytics.receipt.done', {count: entries.length}),
      })
      onDone()
    } catch (error) {
      setFailure(toFailure(error))
    } finally {
      inFlight.current = false
      setWorking(false)
    }
  }
  const edit = (product: string, change: Partial<ReceiptLine>) =>
    setLines((all) => all.map((one) => (one.product._id === product ? {...one, ...change} : one)))
  const remove = (product: string) =>
    setLines((all) => all.filter((one) => one.product._id !== product))
  return {lines, edit, remove, reference, setReference, read, attempted, working, failure, submit}
}
