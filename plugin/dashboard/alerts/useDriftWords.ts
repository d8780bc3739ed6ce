import {useTranslation} from 'sanity'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import type {Unit} from '../../domain/documents.ts'
import type {Drift} from '../../domain/proof.ts'
import type {DriftAlert} from '../../domain/proof/driftAlerts.ts'
import {PIECES} from '../../domain/quantity.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopStore} from '../../realtime/index.ts'

/** What differs, in the product's unit and the shop's money, and what to do where no click helps. */
export function useDriftWords(): (alert: DriftAlert) => string {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const store = useShopStore()
  const words = ({kind, field, expected, found, difference, message}: Drift, unit: Unit) => {
    if (kind !== 'level' || typeof expected !== 'number' || typeof found !== 'number')
      return message
    if (field === 'onHand') {
      return t('alert.drift.on-hand', {
        found: format.quantity(found, unit),
        expected: format.quantity(expected, unit),
        difference: format.change(difference ?? 0, unit),
      })
    }
    if (field !== 'value') return message
    return t('alert.drift.value', {found: format.money(found), expected: format.money(expected)})
  }
  return ({drifts, product = '', advice}) => {
    const unit = store.getSnapshot().products.get(product)?.unit ?? PIECES
    const differs = drifts.map((drift) => words(drift, unit))
    const next = advice === undefined ? [] : [t(`alert.drift.advice-${advice}`)]
    return [...differs, ...next].join(' · ')
  }
}
