import {Dialog, Flex, Spinner, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'

/** Until a bill older than the working set has been fetched. */
export function LoadingBill({onClose}: {onClose: () => void}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <Dialog header={t('form.loading-bill')} id="shop-loading-bill" onClose={onClose}>
      <Flex align="center" gap={3} padding={5}>
        <Spinner muted />
        <Text muted size={1}>
          {t('form.loading-bill')}
        </Text>
      </Flex>
    </Dialog>
  )
}
