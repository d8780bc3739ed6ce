import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../i18n/index.ts'
import type {PaperCustomer} from './customer.ts'

/** On the screen only: what is missing on this paper. */
export function PartialNote({customer}: {customer: PaperCustomer | undefined}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  if (customer?.isPartial !== true) return null
  return (
    <p className="only-screen" role="status">
      {t('print.customer-partial')}
    </p>
  )
}
