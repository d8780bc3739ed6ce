import {Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import type {DocumentInspectorProps} from 'sanity'
import {stockState} from '../../domain/alerts.ts'
import type {StockTransaction} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useDocument, useProductLedger} from '../../realtime/index.ts'
import {useShopFormat, useStockLevel} from '../shared/useShop.ts'
import {FactList, InspectorFrame, RecordList} from './InspectorParts.tsx'

/** As many as stand beside a form without searching in them; the view *Stock history* has all. */
const SHOWN = 20

/** What of a product is on the shelf while its form is edited, and what moved it last. */
export default function ProductInspector({documentId, onClose}: DocumentInspectorProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <InspectorFrame
      onClose={onClose}
      testId="shop-product-inspector"
      title={t('inspector.product')}
    >
      <Shelf product={documentId} />
      <Movements product={documentId} />
    </InspectorFrame>
  )
}

function Shelf({product: id}: {product: string}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const product = useDocument('product', id)
  const level = useStockLevel(id)
  if (product === undefined) {
    return (
      <Text muted role="status" size={1}>
        {t('inspector.product.unpublished')}
      </Text>
    )
  }
  const state = stockState(product, level)
  const {reorderLevel} = product
  return (
    <FactList
      facts={[
        {
          name: 'on-hand',
          label: t('inventory.column.on-hand'),
          value: state === 'untracked' ? '–' : format.quantity(level?.onHand ?? 0, product.unit),
          strong: true,
        },
        {
          name: 'reorder',
          label: t('inventory.column.reorder'),
          value: reorderLevel === undefined ? '–' : format.quantity(reorderLevel, product.unit),
        },
        {name: 'value', label: t('inspector.value'), value: format.money(level?.value ?? 0)},
        {name: 'state', label: t('inventory.column.state'), value: t(`product.state.${state}`)},
      ]}
    />
  )
}

function Movements({product}: {product: string}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const {documents, loading, error} = useProductLedger(product, {pageSize: SHOWN})
  return (
    <RecordList
      empty={error?.message ?? t(loading ? 'history.loading' : 'history.empty.title')}
      rows={documents.slice(0, SHOWN).map((entry) => ({
        id: entry._id,
        type: 'stockTransaction',
        title: titleOf(entry, t(`movement.kind.${entry.kind}`)),
        subtitle: `${entry.actor.name} · ${format.time(entry.occurredAt)}`,
        figure: format.change(entry.quantity, entry.unit),
      }))}
      title={t('stock-form.last')}
    />
  )
}

/** `Sale · B-2026-00104`; an adjustment's paper is called as its kind. */
function titleOf({source}: StockTransaction, kind: string): string {
  const label = source?.label ?? kind
  return label === kind ? kind : `${kind} · ${label}`
}
