import {useToast} from '@sanity/ui/toast'
import {uuid} from '@sanity/uuid'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import type {Product} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {ShopOperations} from '../../operations/commands.ts'
import {useDocument, useSanityOperations} from '../../realtime/index.ts'
import {useShopFormat, useStockLevel} from '../shared/useShop.ts'
import {useSubmission} from '../shared/useSubmission.ts'
import {emptyStockForm, readStockForm} from './stockForm.ts'
import type {StockForm, StockRequest} from './stockForm.ts'

/** The adjustment being made; done once however often Enter is pressed. */
export function useStockForm(start: string | undefined, onDone: () => void) {
  const {stock} = useSanityOperations()
  const [form, setForm] = useState(() => emptyStockForm(uuid(), start))
  const product = useDocument('product', form.product ?? '')
  const level = useStockLevel(form.product ?? '')
  const before = level?.onHand ?? 0
  const read = readStockForm(form, product, before)
  const submission = useSubmission()
  const announce = useAnnounce()
  const {request} = read
  const carryOut =
    request &&
    product &&
    (async () => {
      const {entries} = await run(stock, form.key, request)
      const entry = entries.at(-1)
      announce(product, entry?.quantity ?? 0, entry?.balanceAfter ?? before)
      onDone()
    })
  const edit = (change: Partial<StockForm>) => setForm((current) => ({...current, ...change}))
  return {
    form,
    edit,
    product,
    before,
    read,
    submission,
    attempted: submission.attempted,
    save: () => void submission.submit(carryOut),
  }
}

export type StockFormState = ReturnType<typeof useStockForm>

/** Before and after as the ledger has them, which may differ from what stood in the dialog. */
function useAnnounce() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const toast = useToast()
  const format = useShopFormat()
  return ({name, unit}: Product, quantity: number, after: number) =>
    toast.push({
      status: 'success',
      title: t('stock-form.done', {
        name,
        before: format.quantity(after - quantity, unit),
        after: format.quantity(after, unit),
      }),
    })
}

function run(stock: ShopOperations['stock'], key: string, request: StockRequest) {
  return request.operation === 'count'
    ? stock.count({key, ...request.command, countedAt: new Date().toISOString()})
    : stock.adjust({key, ...request.command})
}
