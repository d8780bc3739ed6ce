import {Button, Flex, Spinner} from '@sanity/ui'
import {useDeferredValue, useMemo, useState} from 'react'
import type {ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {EmptyState} from '../../components/EmptyState.tsx'
import {LiveList} from '../../components/LiveList.tsx'
import {Panel} from '../../components/Panel.tsx'
import {RowBoundary} from '../../components/RowBoundary.tsx'
import {SearchInput} from '../../components/SearchInput.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useHasData} from '../../realtime/index.ts'
import {UnreadableRow} from '../rows/UnreadableRow.tsx'
import {useArrivals} from '../useArrivals.ts'

export interface LivePanelProps {
  title: string
  /** Document type of the rows. */
  type: string
  searchLabel: string
  emptyTitle: string
  emptyHint: string
  /** Ids in order; `query` is lower case and trimmed, empty for all. Keeps its identity until its sources change. */
  findIds: (query: string) => readonly string[]
  renderRow: (id: string, arrived: boolean) => ReactNode
}

/** A panel with a searchable live list. */
export function LivePanel(props: LivePanelProps) {
  const {title, searchLabel, findIds, renderRow} = props
  const {t} = useTranslation(SHOP_NAMESPACE)
  const ready = useHasData()
  const [text, setText] = useState('')
  const query = useDeferredValue(text.trim().toLowerCase())
  const ids = useMemo(() => findIds(query), [findIds, query])
  const arrived = useArrivals(ids, query)
  return (
    <Panel
      aside={
        <SearchInput
          label={searchLabel}
          onChange={setText}
          placeholder={t('list.search')}
          value={text}
        />
      }
      count={ready ? ids.length : undefined}
      title={title}
    >
      {ids.length > 0 && (
        <LiveList
          ids={ids}
          label={title}
          renderRow={(id) => (
            <RowBoundary
              renderFallback={(retry) => <UnreadableRow id={id} retry={retry} type={props.type} />}
            >
              {renderRow(id, arrived.has(id))}
            </RowBoundary>
          )}
        />
      )}
      {ids.length === 0 && (
        <Nothing {...props} onClear={() => setText('')} query={text.trim()} ready={ready} />
      )}
    </Panel>
  )
}

function Nothing(
  props: Pick<LivePanelProps, 'emptyTitle' | 'emptyHint'> & {
    query: string
    ready: boolean
    onClear: () => void
  },
) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  if (!props.ready) {
    return (
      <Flex align="center" aria-label={t('list.loading')} flex={1} justify="center" role="status">
        <Spinner muted />
      </Flex>
    )
  }
  if (props.query === '') return <EmptyState hint={props.emptyHint} title={props.emptyTitle} />
  return (
    <EmptyState
      action={
        <Button
          fontSize={1}
          mode="ghost"
          onClick={props.onClear}
          padding={2}
          text={t('list.clear-search')}
        />
      }
      title={t('list.no-match', {query: props.query})}
    />
  )
}
