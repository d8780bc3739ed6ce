import {Button} from '@sanity/ui'
import {useMemo, useState} from 'react'
import {useTranslation} from 'sanity'
import {EmptyState} from '../../components/EmptyState.tsx'
import {LiveList} from '../../components/LiveList.tsx'
import {Panel} from '../../components/Panel.tsx'
import {VisuallyHidden} from '../../components/VisuallyHidden.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useHasData, useSanityAlerts} from '../../realtime/index.ts'
import {AlertRow} from './AlertRow.tsx'

/** What needs someone now; each alert leaves by itself when its reason is gone. */
export function AlertsPanel() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const ready = useHasData()
  const {open, muted, noteOf} = useSanityAlerts()
  const [showsMuted, setShowsMuted] = useState(false)
  const shown = showsMuted && muted.length > 0 ? muted : open
  const byKey = useMemo(() => new Map(shown.map((alert) => [alert.key, alert])), [shown])
  const keys = useMemo(() => [...byKey.keys()], [byKey])
  return (
    <Panel
      aside={
        muted.length > 0 && (
          <Button
            aria-pressed={showsMuted}
            fontSize={1}
            mode="bleed"
            onClick={() => setShowsMuted(!showsMuted)}
            padding={2}
            selected={showsMuted}
            text={t('alerts.muted', {count: muted.length})}
          />
        )
      }
      count={ready ? open.length : undefined}
      title={t('alerts.title')}
    >
      <VisuallyHidden aria-live="polite">
        {ready ? t('alerts.announce', {count: open.length}) : ''}
      </VisuallyHidden>
      {keys.length > 0 && (
        <LiveList
          ids={keys}
          label={t('alerts.title')}
          renderRow={(key) => {
            const alert = byKey.get(key)
            return alert && <AlertRow alert={alert} note={noteOf(key)} />
          }}
        />
      )}
      {keys.length === 0 && (
        <EmptyState
          hint={ready ? t('alerts.empty.hint') : undefined}
          title={ready ? t('alerts.empty.title') : t('alerts.loading')}
        />
      )}
    </Panel>
  )
}
