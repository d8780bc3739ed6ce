import type {ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {PanelBoundary} from '../components/PanelBoundary.tsx'
import {SHOP_NAMESPACE} from '../i18n/index.ts'

/** A panel that fails alone. */
export function Guarded({title, children}: {title: string; children: ReactNode}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <PanelBoundary message={t('panel.failed', {title})} retryLabel={t('panel.retry')}>
      {children}
    </PanelBoundary>
  )
}
