import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import {PIECES} from '../../domain/quantity.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopStore} from '../../realtime/index.ts'
import type {DriftSpeech} from './driftWords.ts'

/** The user's language, the shop's money and the products' units. */
export function useDriftSpeech(): DriftSpeech {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const store = useShopStore()
  return useMemo(
    () => ({
      t,
      format,
      unitOf: (product) => store.getSnapshot().products.get(product)?.unit ?? PIECES,
    }),
    [t, format, store],
  )
}
