import {useCurrentLocale, useTranslation} from 'sanity'
import {OutOfStockError, ShopError} from '../../domain/errors.ts'
import type {FieldIssue} from '../../domain/errors.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {issueOf, refusalOf} from '../../i18n/refusals.ts'
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
  const ofIssue = (issue: FieldIssue): string => issueOf(issue, t)
  const ofError = (error: unknown): string => {
    if (!(error instanceof ShopError)) return error instanceof Error ? error.message : String(error)
    if (error instanceof OutOfStockError) {
      return error.shortages.map((one) => `${one.name}: ${shortageText(one)}`).join(' ')
    }
    return isEnglish ? error.message : refusalOf(error, t)
  }
  return {ofError, ofIssue}
}
