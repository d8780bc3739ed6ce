import {uuid} from '@sanity/uuid'
import {useTranslation} from 'sanity'
import {useShopReady} from '../../../actions/shared/useShop.ts'
import {idFromKey} from '../../../domain/ids.ts'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'
import {useSanityOperations} from '../../../realtime/index.ts'
import {TestRow} from './TestRow.tsx'
import {useTestOperation} from './useTestOperation.ts'

/** Issues a bill over nothing: it takes a number, which can never be given back, and says that it is a test. */
export function TestBill() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const ready = useShopReady()
  const {bills} = useSanityOperations()
  const {state, start} = useTestOperation()

  const run = () => {
    const key = uuid()
    const id = idFromKey('bill', key)
    start({
      run: () =>
        bills.create({
          key,
          lines: [{name: t('test.bill-line'), quantity: 1, unitPrice: 0}],
          notes: t('test.bill-notes'),
          reference: 'test',
        }),
      change: {what: 'bill', id},
      afterwards: () => bills.void({key: uuid(), bill: id, reason: t('test.bill-void')}),
    })
  }
  return (
    <TestRow
      disabled={!ready}
      hint={t('test.bill-hint')}
      label={t('test.bill')}
      onClick={run}
      operation="bills.create"
      state={state}
      testId="shop-test-bill"
    />
  )
}
