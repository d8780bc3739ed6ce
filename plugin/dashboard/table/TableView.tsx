import {CloseIcon} from '@sanity/icons/Close'
import {Box, Button, Flex, Heading, Select, Spinner, Stack, Text} from '@sanity/ui'
import {useDeferredValue, useMemo, useState} from 'react'
import type {ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {EmptyState} from '../../components/EmptyState.tsx'
import {SearchInput} from '../../components/SearchInput.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useHasData} from '../../realtime/index.ts'
import {useViewParams} from '../useViewParams.ts'
import {createArrange, holdOrder, parseOrder} from './columns.ts'
import type {Column, TableRow} from './columns.ts'
import {LiveTable} from './LiveTable.tsx'
import {SelectionBar} from './SelectionBar.tsx'
import {useSelection} from './useSelection.ts'

export interface TableViewProps<R extends TableRow> {
  title: string
  searchLabel: string
  emptyTitle: string
  emptyHint: string
  /** Both keep their identity until their sources change. */
  rows: readonly R[]
  columns: readonly Column<R>[]
  /** `total`, or `-total` for descending. */
  defaultSort: string
  stateTitle: string
  states: readonly string[]
  stateLabel: (state: string) => string
  /** What the choice of a state lets through; absent: rows of that state. Keeps its identity. */
  isInState?: (row: R, state: string) => boolean
  /** Further limits of the URL that `rows` follow already: shown, and taken away by a press. */
  limits?: readonly TableLimit[]
  /** What can be done with the rows that are chosen; absent: none can be chosen. */
  renderBulk?: (rows: readonly R[]) => ReactNode
}

export interface TableLimit {
  /** Parameter of the URL. */
  param: string
  label: string
}

/** A view that is one table; search, filter and sort stand in the URL (`?q=…&state=…&sort=-total`). */
export function TableView<R extends TableRow>(props: TableViewProps<R>) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const ready = useHasData()
  const {get, set} = useViewParams()
  const text = get('q') ?? ''
  const query = useDeferredValue(text.trim().toLowerCase())
  const state = get('state')
  const sort = get('sort') ?? props.defaultSort
  const order = useMemo(() => parseOrder(sort), [sort])
  const [arrange] = useState(() => createArrange<R>())
  const arranged = useMemo(
    () => arrange(props.rows, props.columns, {query, state, order, isInState: props.isInState}),
    [arrange, props.rows, props.columns, query, state, order, props.isInState],
  )
  const hold = useHeldOrder(arranged, `${query} ${state ?? ''} ${sort}`)
  const selection = useSelection(hold.rows)
  const {renderBulk} = props
  const limits = props.limits ?? []
  return (
    <Box aria-label={props.title} as="section" padding={[3, 3, 4]}>
      <Stack gap={3}>
        <Flex align="center" gap={3} wrap="wrap">
          <Heading as="h2" size={1}>
            {props.title}
          </Heading>
          <SearchInput
            label={props.searchLabel}
            onChange={(value) => set({q: value})}
            placeholder={t('list.search')}
            value={text}
          />
          <Box>
            <Select
              aria-label={t('table.filter')}
              fontSize={1}
              onChange={(event) => set({state: event.currentTarget.value})}
              padding={2}
              value={state ?? ''}
            >
              <option value="">{t('table.filter-all')}</option>
              {props.states.map((name) => (
                <option key={name} value={name}>
                  {props.stateLabel(name)}
                </option>
              ))}
            </Select>
          </Box>
          {limits.map(({param, label}) => (
            <Button
              aria-label={t('table.limit-remove', {label})}
              fontSize={1}
              iconRight={CloseIcon}
              key={param}
              mode="ghost"
              onClick={() => set({[param]: undefined})}
              padding={2}
              text={label}
            />
          ))}
          <Text muted role="status" size={1}>
            {hold.waiting > 0 ? t('table.changes', {count: hold.waiting}) : hold.rows.length}
          </Text>
        </Flex>
        {renderBulk !== undefined && selection.ids.size > 0 && (
          <SelectionBar onClear={selection.clear} selected={selection.ids.size}>
            {renderBulk(hold.rows.filter(({id}) => selection.ids.has(id)))}
          </SelectionBar>
        )}
        {!ready && (
          <Flex align="center" gap={3} padding={4} role="status">
            <Spinner muted />
            <Text size={1}>{t('view.loading', {title: props.title})}</Text>
          </Flex>
        )}
        {ready && props.rows.length === 0 && limits.length === 0 && (
          <EmptyState hint={props.emptyHint} title={props.emptyTitle} />
        )}
        {ready && props.rows.length + limits.length > 0 && hold.rows.length === 0 && (
          <EmptyState
            action={
              <Button
                mode="ghost"
                onClick={() =>
                  set({
                    q: undefined,
                    state: undefined,
                    ...Object.fromEntries(limits.map(({param}) => [param, undefined])),
                  })
                }
                text={t('table.clear')}
              />
            }
            title={t('table.no-match')}
          />
        )}
        {ready && hold.rows.length > 0 && (
          <div onMouseEnter={hold.freeze} onMouseLeave={hold.release}>
            <LiveTable
              columns={props.columns}
              label={props.title}
              onSort={({column, descending}) => set({sort: descending ? `-${column}` : column})}
              order={order}
              rows={hold.rows}
              selection={renderBulk === undefined ? undefined : selection}
              stateLabel={props.stateLabel}
              stateTitle={props.stateTitle}
            />
          </div>
        )}
      </Stack>
    </Box>
  )
}

/** While the pointer is over the rows they keep their places; what changed is applied when it leaves. */
function useHeldOrder<R extends TableRow>(fresh: readonly R[], asked: string) {
  const [held, setHeld] = useState<{ids: readonly string[]; asked: string}>()
  const hold = () => setHeld({ids: fresh.map(({id}) => id), asked})
  // sorted by a press on a column the pointer is still there: the new order is held in its turn
  if (held !== undefined && held.asked !== asked) hold()
  const shown = useMemo(
    () => (held?.asked === asked ? holdOrder(held.ids, fresh) : {rows: fresh, waiting: 0}),
    [held, asked, fresh],
  )
  return {
    ...shown,
    freeze: hold,
    release: () => setHeld(undefined),
  }
}
