import {useToast} from '@sanity/ui/toast'
import {useEffect, useMemo, useRef} from 'react'
import {useTranslation} from 'sanity'
import {useIsFormOpen} from '../../actions/shared/openForms.ts'
import {useShopReady} from '../../actions/shared/useShop.ts'
import type {AlertKind, ShopAlert} from '../../domain/alertList.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useSanityAlerts} from '../../realtime/index.ts'
import {useAlertWords} from './useAlertWords.ts'
import {useAnnouncements} from './useAnnouncements.ts'

const TOAST_MS = 8_000

/** How the project is set up: nothing that has just happened, whenever it is found out. */
const STANDING: readonly AlertKind[] = ['publicDataset', 'settings']

/** Tells what has newly become an alert, wherever in the Studio somebody is: one toast for all of a burst. */
export function AlertToasts() {
  const ready = useShopReady()
  return ready ? <Toasts /> : null
}

function Toasts() {
  const {open} = useSanityAlerts()
  const events = useMemo(() => open.filter(({kind}) => !STANDING.includes(kind)), [open])
  const push = usePushToast()
  const latest = useRef(push)
  useEffect(() => {
    latest.current = push
  }, [push])
  useAnnouncements(events, useIsFormOpen(), (alerts) => latest.current(alerts))
  return null
}

function usePushToast(): (alerts: readonly ShopAlert[]) => void {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const toast = useToast()
  const words = useAlertWords()
  return (alerts) => {
    const [first] = alerts
    if (first === undefined) return
    const one = words(first)
    const message =
      alerts.length === 1
        ? {title: `${one.badge}: ${one.title}`, description: one.subtitle}
        : {
            title: t('alerts.toast', {count: alerts.length}),
            description: countByKind(alerts)
              .map(([kind, count]) => t('alerts.toast-part', {count, kind: t(`alert.${kind}`)}))
              .join(', '),
          }
    // one id: the next message takes the place of the last one
    toast.push({
      ...message,
      id: 'shop-alerts',
      status: 'warning',
      duration: TOAST_MS,
      closable: true,
    })
  }
}

function countByKind(alerts: readonly ShopAlert[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const {kind} of alerts) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts]
}
