import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {LoadingDialog} from '../shared/LoadingDialog.tsx'

/** Until a bill older than the working set has been fetched. */
export function LoadingBill({onClose}: {onClose: () => void}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const text = t('form.loading-bill')
  return <LoadingDialog onClose={onClose} text={text} title={text} />
}
