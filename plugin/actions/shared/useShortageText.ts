import {useTranslation} from 'sanity'
import type {Shortage} from '../../domain/errors.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopFormat} from './useShop.ts'

/** "Only 3 pcs left; you asked for 5 pcs. B-104 sold 2 three seconds ago." */
export function useShortageText(): (shortage: Shortage) => string {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  return ({available, requested, unit, takenBy}) => {
    const values = {
      available: format.quantity(available, unit),
      requested: format.quantity(requested, unit),
    }
    return takenBy === undefined
      ? t('bill-error.left', values)
      : t('bill-error.left-taken', {...values, takenBy})
  }
}
