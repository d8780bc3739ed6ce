import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import {useShopReady} from '../../actions/shared/useShop.ts'
import {EmptyState} from '../../components/EmptyState.tsx'
import {LiveList} from '../../components/LiveList.tsx'
import {Panel} from '../../components/Panel.tsx'
import {VisuallyHidden} from '../../components/VisuallyHidden.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {AlertRow} from '../rows/AlertRow.tsx'
import {toAlertItems} from './alertItems.ts'
import {useShopSnapshot} from '../../realtime/index.ts'

/** What needs someone now; each alert leaves by itself when its reason is gone. */
export function AlertsPanel() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const ready = useShopReady()
  const figures = useShopSnapshot((snapshot) => snapshot.figures)
  const drifts = useShopSnapshot((snapshot) => snapshot.proof.drifts)
  const items = useMemo(() => toAlertItems(figures, drifts), [figures, drifts])
  const byKey = useMemo(() => new Map(items.map((item) => [item.key, item])), [items])
  const keys = useMemo(() => [...byKey.keys()], [byKey])
  return (
    <Panel count={ready ? items.length : undefined} title={t('alerts.title')}>
      <VisuallyHidden aria-live="polite">
        {ready ? t('alerts.announce', {count: items.length}) : ''}
      </VisuallyHidden>
      {items.length > 0 && (
        <LiveList
          ids={keys}
          label={t('alerts.title')}
          renderRow={(key) => {
            const item = byKey.get(key)
            return item === undefined ? null : <AlertRow item={item} />
          }}
        />
      )}
      {items.length === 0 && (
        <EmptyState
          hint={ready ? t('alerts.empty.hint') : undefined}
          title={ready ? t('alerts.empty.title') : t('alerts.loading')}
        />
      )}
    </Panel>
  )
}
