import {useToast} from '@sanity/ui/toast'
import {uuid} from '@sanity/uuid'
import {useRef, useState} from 'react'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {ShopOperations} from '../../operations/commands.ts'
import {useDocument, useSanityOperations} from '../../realtime/index.ts'
import {toFailure} from '../shared/toFailure.ts'
import type {Failure} from '../shared/toFailure.ts'
import {useShopFormat, useStockLevel} from '../shared/useShop.ts'
import {emptyStockForm, readStockForm} from './stockForm.ts'
import type {StockRequest} from './stockForm.ts'

/** The adjustment being made; done once however often Enter is pressed. */
export function useStockForm(start: string | undefined, onDone: () => void) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const toast = useToast()
  const format = useShopFormat()
  const {stock} = useSanityOperations()
  const [form, setForm] = useState(() => emptyStockForm(uuid(), start))
  const product = useDocument('product', form.product ?? '')
  const level = useStockLevel(form.product ?? '')
  const before = level?.onHand ?? 0
  const read = readStockForm(form, product, before)
  const [attempted, setAttempted] = useState(false)
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const inFlight = useRef(false)

  const submit = async (): Promise<void> => {
    setAttempted(true)
    if (read.request === undefined || product === undefined || inFlight.current) return
    inFlight.current = true
    setWorking(true)
    setFailure(undefined)
    try {
      const {entries} = await run(stock, form.key, read.request)
      const entry = entries.at(-1)
      const after = entry?.balanceAfter ?? before
      toast.push({
        status: 'success',
        title: t('stock-form.done', {
          name: product.name,
          before: format.quantity(after - (entry?.quantity ?? 0), product.unit),
          after: format.quantity(after, product.unit),
        }),
      })
      onDone()
    } catch (error) {
      setFailure(toFailure(error))
    } finally {
      inFlight.current = false
      setWorking(false)
    }
  }
  const edit = (change: Partial<typeof form>) => setForm((current) => ({...current, ...change}))
  return {form, edit, product, before, read, attempted, working, failure, submit}
}

function run(stock: ShopOperations['stock'], key: string, request: StockRequest) {
  return request.operation === 'count'
    ? stock.count({key, ...request.command, countedAt: new Date().toISOString()})
    : stock.adjust({key, ...request.command})
}
