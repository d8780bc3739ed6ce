import {Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import type {DocumentInspectorProps} from 'sanity'
import {balanceOf} from '../../domain/receivables.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {BillPapers} from '../../printing/bill.ts'
import {useShopSnapshot} from '../../realtime/index.ts'
import {useBillPapers} from '../papers/useBillPapers.ts'
import {billState} from '../shared/states.ts'
import {useShopFormat} from '../shared/useShop.ts'
import {FactList, InspectorFrame, RecordList} from './InspectorParts.tsx'
import {useEntriesOf} from './useEntriesOf.ts'

/** What became of a bill: what is paid, credited and open, its payments, and what left the shelf. */
export default function BillInspector({documentId, onClose}: DocumentInspectorProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const loaded = useBillPapers(documentId)
  return (
    <InspectorFrame onClose={onClose} testId="shop-bill-inspector" title={t('inspector.bill')}>
      {loaded.state === 'ready' ? (
        <>
          <Balance papers={loaded.papers} />
          <Payments papers={loaded.papers} />
          <Moved bill={documentId} />
        </>
      ) : (
        <Text muted role="status" size={1}>
          {t(loaded.state === 'loading' ? 'form.loading-bill' : 'action.disabled.unreadable')}
        </Text>
      )}
    </InspectorFrame>
  )
}

function Balance({papers: {balance}}: {papers: BillPapers}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const day = useShopSnapshot(({figures}) => figures.day)
  if (balance === undefined) return null
  const {total, paid, credited, dueDate} = balance
  const open = balanceOf(balance)
  const state = billState(balance, day)
  return (
    <FactList
      facts={[
        {name: 'total', label: t('inspector.total'), value: format.money(total)},
        {name: 'paid', label: t('inspector.paid'), value: format.money(paid)},
        {name: 'credited', label: t('inspector.credited'), value: format.money(credited)},
        {name: 'open', label: t('inspector.open'), value: format.money(open), strong: true},
        ...(open > 0 ? [{name: 'due', label: t('inspector.due'), value: format.day(dueDate)}] : []),
        {name: 'state', label: t('inventory.column.state'), value: t(`bill.state.${state}`)},
      ]}
    />
  )
}

function Payments({papers: {payments}}: {papers: BillPapers}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  return (
    <RecordList
      empty={t('related.no-payments')}
      rows={payments.toReversed().map(({_id, method, amount, at, by, reference}) => ({
        id: _id,
        type: 'payment',
        title: [t(`bill-form.method.${method}`), reference].filter(Boolean).join(' · '),
        subtitle: `${by.name} · ${format.time(at)}`,
        figure: format.money(amount),
      }))}
      title={t('inspector.payments')}
    />
  )
}

function Moved({bill}: {bill: string}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const {data, loading, error} = useEntriesOf(bill)
  return (
    <RecordList
      empty={
        error === null
          ? t(loading ? 'related.loading' : 'related.no-entries')
          : t('related.failed', {reason: error.message})
      }
      rows={(data ?? []).map((entry) => ({
        id: entry._id,
        type: 'stockTransaction',
        title: entry.productName,
        subtitle: `${t(`movement.kind.${entry.kind}`)} · ${format.time(entry.occurredAt)}`,
        figure: format.change(entry.quantity, entry.unit),
      }))}
      title={t('inspector.moved')}
    />
  )
}
