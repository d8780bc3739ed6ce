import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import {attributeKey} from '../../../domain/ids.ts'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'
import {useShopSnapshot} from '../../../realtime/index.ts'

type NameOf = (key: string) => string

/** Names of what the keys of day summaries stand for; what has been deleted is called so. */
export function useShareNames(): {category: NameOf; brand: NameOf; method: NameOf} {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const categories = useShopSnapshot((snapshot) => snapshot.categories)
  const brands = useShopSnapshot((snapshot) => snapshot.brands)
  return useMemo(() => {
    const namesOf = (documents: Iterable<{_id: string; name: string}>): NameOf => {
      const names = new Map<string, string>()
      for (const {_id, name} of documents) names.set(attributeKey(_id), name)
      return (key) => names.get(key) ?? t('analytics.shares.deleted')
    }
    return {
      category: namesOf(categories.values()),
      brand: namesOf(brands.values()),
      method: (key) => t(`analytics.method.${key}`),
    }
  }, [t, categories, brands])
}
