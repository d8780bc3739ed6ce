import {useToast} from '@sanity/ui/toast'
import {uuid} from '@sanity/uuid'
import {useCurrentUser, useTranslation} from 'sanity'
import {useRefusalWords} from '../../actions/shared/useRefusalWords.ts'
import {addDays, dayOf, startOfDay} from '../../domain/calendar.ts'
import type {Actor, AlertNote} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useSanityOperations, useShopSnapshot} from '../../realtime/index.ts'

/** Whoever takes an alert has a week for it; then it is everybody's again. */
const TAKEN_DAYS = 7

/** What can be agreed about an alert. A refusal is told in words and nothing changes. */
export function useNoteAlert(alert: string, note: AlertNote | undefined) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const toast = useToast()
  const user = useCurrentUser()
  const {alerts} = useSanityOperations()
  const words = useRefusalWords()
  const timeZone = useShopSnapshot(({settings}) => settings.timeZone)

  const write = (change: {isMuted: boolean; assignee: Actor | undefined; days: number}) => {
    const {isMuted, assignee, days} = change
    const today = dayOf(new Date().toISOString(), timeZone)
    const until = startOfDay(addDays(today, days), timeZone)
    const command = {key: uuid(), alert, isMuted, until}
    alerts.note(assignee === undefined ? command : {...command, assignee}).catch((error: unknown) =>
      toast.push({
        status: 'error',
        title: t('alert.note-refused'),
        description: words.ofError(error),
      }),
    )
  }
  const giveTo = (assignee: Actor) => write({isMuted: false, assignee, days: TAKEN_DAYS})
  return {
    giveTo,
    take: () => {
      if (user !== null) giveTo({id: user.id, name: user.name ?? user.id})
    },
    release: () => write({isMuted: note?.isMuted === true, assignee: undefined, days: 1}),
    /** Until the shop's midnight `days` days from now. */
    putAside: (days: number) => write({isMuted: true, assignee: note?.assignee, days}),
    bringBack: () => write({isMuted: false, assignee: note?.assignee, days: TAKEN_DAYS}),
  }
}
