import {useCurrentLocale, useTranslation} from 'sanity'
import {
  InvalidCommandError,
  NotPermittedError,
  OutOfStockError,
  ShopError,
} from '../../domain/errors.ts'
import type {FieldIssue} from '../../domain/errors.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShortageText} from './useShortageText.ts'

export interface RefusalWords {
  /** All of it: what happened, what was kept, what to do. */
  ofError: (error: unknown) => string
  ofIssue: (issue: FieldIssue) => string
}

/** Errors of operations in the Studio's language; in English their own words, which are more exact than a code. */
export function useRefusalWords(): RefusalWords {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const isEnglish = useCurrentLocale().id.startsWith('en')
  const shortageText = useShortageText()
  const ofIssue = ({message, reason}: FieldIssue): string =>
    reason === undefined ? message : t(`refusal.${reason.name}`, reason.values)
  const ofError = (error: unknown): string => {
    if (!(error instanceof ShopError)) return error instanceof Error ? error.message : String(error)
    if (error instanceof OutOfStockError) {
      return error.shortages.map((one) => `${one.name}: ${shortageText(one)}`).join(' ')
    }
    if (isEnglish) return error.message
    if (error instanceof InvalidCommandError && error.issues.length > 0) {
      return error.issues.map(ofIssue).join(' ')
    }
    return t(`refusal.${keyOf(error)}`, error.reason?.values)
  }
  return {ofError, ofIssue}
}

function keyOf(error: ShopError): string {
  if (error instanceof NotPermittedError && error.approval !== undefined) {
    return `approval.${error.approval}`
  }
  return error.reason?.name ?? `code.${error.code}`
}
