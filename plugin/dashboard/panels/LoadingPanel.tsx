import {Flex, Spinner} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {Panel} from '../../components/Panel.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'

/** Stands for a panel whose documents are on their way: nothing is said of them, not even that there are none. */
export function LoadingPanel({title}: {title: string}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <Panel title={title}>
      <Flex align="center" aria-label={t('list.loading')} flex={1} justify="center" role="status">
        <Spinner muted />
      </Flex>
    </Panel>
  )
}
