import {memo} from 'react'
import {useTranslation, useUser} from 'sanity'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import {RowCard} from '../../components/RowCard.tsx'
import type {ActivityItem, CatalogueDocument} from '../../domain/activity.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useEditor, useShopSnapshot} from '../../realtime/index.ts'
import {useEditLink} from '../useIntent.ts'
import {useActivityWords} from './useActivityWords.ts'

export interface ActivityRowProps {
  item: ActivityItem
  arrived: boolean
}

/** What happened, who did it, when and why; opens the document behind it. */
export const ActivityRow = memo(function ActivityRow(props: ActivityRowProps) {
  const {item} = props
  if (item.kind === 'catalogue') return <EditRow {...props} document={item.document} />
  return <Row {...props} who={item.by?.name} />
})

/** Nothing in a document says who edited it: its history does. */
function EditRow(props: ActivityRowProps & {document: CatalogueDocument}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {_id, _rev} = props.document
  const author = useEditor(_id, _rev)
  return author === undefined ? (
    <Row {...props} who={t('activity.someone')} />
  ) : (
    <NamedRow {...props} author={author} />
  )
}

function NamedRow(props: ActivityRowProps & {author: string}) {
  const [user] = useUser(props.author)
  return <Row {...props} who={user?.displayName ?? props.author} />
}

function Row({item, arrived, who}: ActivityRowProps & {who: string | undefined}) {
  const format = useShopFormat()
  const today = useShopSnapshot(({figures}) => figures.day)
  const words = useActivityWords()(item)
  const {_id, _type} = item.document
  const opens = words.opens ?? {id: _id, type: _type}
  const link = useEditLink(opens.id, opens.type)
  return (
    <RowCard
      {...link}
      arrived={arrived}
      figure={words.figure}
      revision={item.document._rev}
      subfigure={words.kind}
      subtitle={[format.time(item.at, today), who, words.why]
        .filter((text) => text !== undefined && text !== '')
        .join(' · ')}
      testId={`shop-activity-${item.kind}-${item.document._id}`}
      title={words.title}
    />
  )
}
