import {useCurrentLocale, useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../i18n/index.ts'
import type {LiveError, LiveStatus, LiveStatusName} from '../realtime/index.ts'

/** What each state of the connection is about, where its own words are of another language. */
const ABOUT: Readonly<Record<LiveStatusName, string>> = {
  connecting: 'unreachable',
  live: 'clock',
  reconnecting: 'unreachable',
  resyncing: 'unreachable',
  offline: 'offline',
  unauthorized: 'unauthorized',
  stale: 'kept',
}

/** Why the connection is as it is, in the Studio's language; in English in its own words, which are more exact. */
export function useReasonWords(): (
  status: Pick<LiveStatus, 'name' | 'reason'>,
) => string | undefined {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const isEnglish = useCurrentLocale().id.startsWith('en')
  return ({name, reason}) => {
    if (reason === undefined || isEnglish) return reason
    return t(`reason.${ABOUT[name]}`)
  }
}

/** The same of an error of a single reading. */
export function useLiveErrorWords(): (error: LiveError) => string {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const isEnglish = useCurrentLocale().id.startsWith('en')
  return ({code, message}) => (isEnglish ? message : t(`reason.${code}`))
}
