import {Badge} from '@sanity/ui'
import {useEffect} from 'react'
import {useTranslation} from 'sanity'
import {RowCard} from '../../components/RowCard.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopStore} from '../../realtime/index.ts'
import {useEditLink} from '../useIntent.ts'

/** Stands for a document that its row could not show; tries again when the document changes. */
export function UnreadableRow({id, type, retry}: {id: string; type: string; retry: () => void}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const store = useShopStore()
  const link = useEditLink(id, type)
  useEffect(() => store.subscribeTo(id, retry), [store, id, retry])
  return (
    <RowCard
      {...link}
      figure={
        <Badge fontSize={0} tone="critical">
          {t('alert.malformed')}
        </Badge>
      }
      revision={undefined}
      testId={`shop-row-${type}-${id}`}
      title={id}
    />
  )
}
