import {Card} from '@sanity/ui'
import {useVirtualizer} from '@tanstack/react-virtual'
import {useCallback, useEffect, useRef, useState} from 'react'
import type {CSSProperties, KeyboardEvent, RefObject} from 'react'
import {useTranslation} from 'sanity'
import {useRouter} from 'sanity/router'
import {styled} from 'styled-components'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {Column, Order, TableRow} from './columns.ts'
import {useRowTheme} from './rowParts.ts'
import {ROW_HEIGHT, RowsFrame} from './rowStyles.ts'
import {TableHead} from './TableHead.tsx'
import {TableRowCard} from './TableRowCard.tsx'
import type {Selection} from './useSelection.ts'

const Scroller = styled(Card)`
  max-height: 75vh;
  overflow: auto;
  overscroll-behavior: contain;
`

export interface LiveTableProps<R extends TableRow> {
  label: string
  rows: readonly R[]
  columns: readonly Column<R>[]
  stateTitle: string
  stateLabel: (state: string) => string
  order: Order
  onSort: (order: Order) => void
  /** Present when rows can be chosen. */
  selection?: Selection | undefined
}

/**
 * A virtual grid of documents. Arrows, Home, End and the page keys move, Enter opens; Space chooses, with Shift from the
 * last chosen row on, Control+A all, Escape none.
 */
export function LiveTable<R extends TableRow>(props: LiveTableProps<R>) {
  const {rows, columns, selection} = props
  const scroller = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  const last = rows.length - 1
  const reached = Math.min(current, last)
  // The virtualizer changes inside while its identity stays: this component must not be memoised by a compiler.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    // a scroll is painted by the compositor: rows that come later than it are better than frames that wait for rows
    useFlushSync: false,
  })
  const isNarrow = useIsNarrow(scroller)
  const theme = useRowTheme()

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // what stands in a row (its checkbox) keeps its own keys
    if (event.target instanceof HTMLElement && event.target.getAttribute('role') !== 'row') return
    const row = rows[reached]
    if (event.key === 'Enter') return event.target instanceof HTMLElement && event.target.click()
    if (selection !== undefined && row !== undefined && choose(event, row.id, selection)) {
      return event.preventDefault()
    }
    const target = targetOf(event.key, reached, last)
    if (target === undefined) return
    event.preventDefault()
    setCurrent(target)
    virtualizer.scrollToIndex(target)
    requestAnimationFrame(() => findRow(scroller.current, target)?.focus())
  }
  const onFocus = useCallback((index: number) => setCurrent(index), [])
  const onOpen = useOpenRow()
  const {t} = useTranslation(SHOP_NAMESPACE)
  const selectLabel = useCallback((name: string) => t('table.select', {name}), [t])
  const columnCount: CSSProperties & Record<'--shop-columns', number> = {
    '--shop-columns': columns.length,
  }
  return (
    <Scroller
      aria-label={props.label}
      aria-multiselectable={selection === undefined ? undefined : true}
      aria-rowcount={rows.length + 1}
      border
      onKeyDown={onKeyDown}
      radius={3}
      ref={scroller}
      role="grid"
      style={columnCount}
    >
      <TableHead {...props} />
      <RowsFrame role="rowgroup" style={{...theme, height: virtualizer.getTotalSize()}}>
        {virtualizer.getVirtualItems().map(({index, key, start}) => {
          const row = rows[index]
          if (row === undefined) return null
          return (
            <div
              data-index={index}
              key={key}
              ref={isNarrow ? virtualizer.measureElement : undefined}
              role="presentation"
              style={{position: 'absolute', insetInline: 0, transform: `translateY(${start}px)`}}
            >
              <TableRowCard
                columns={columns}
                current={index === reached}
                index={index}
                onFocus={onFocus}
                onOpen={onOpen}
                onToggle={selection?.toggle}
                row={row}
                selectLabel={selectLabel}
                selected={selection?.ids.has(row.id) === true}
                stateLabel={props.stateLabel}
                stateTitle={props.stateTitle}
              />
            </div>
          )
        })}
      </RowsFrame>
    </Scroller>
  )
}

/** Opens the form of a row's document. */
function useOpenRow(): (row: TableRow) => void {
  const {navigateIntent} = useRouter()
  return useCallback(({id, type}: TableRow) => navigateIntent('edit', {id, type}), [navigateIntent])
}

/** Below this width a row is a card of several lines, whose height only the browser knows. */
const NARROW_PX = 720

function useIsNarrow(frame: RefObject<HTMLElement | null>): boolean {
  const [narrow, setNarrow] = useState(false)
  useEffect(() => {
    const element = frame.current
    if (element === null) return undefined
    const observer = new ResizeObserver(([entry]) =>
      setNarrow((entry?.contentRect.width ?? NARROW_PX) < NARROW_PX),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame])
  return narrow
}

/** True when the key had to do with the choice. */
function choose(event: KeyboardEvent, id: string, selection: Selection): boolean {
  if (event.key === ' ') {
    if (event.shiftKey) selection.extendTo(id)
    else selection.toggle(id)
    return true
  }
  if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
    selection.selectAll()
    return true
  }
  if (event.key !== 'Escape' || selection.ids.size === 0) return false
  selection.clear()
  return true
}

const PAGE = 15

/** Where a key leads from the row `from`; `undefined` for keys that do not move. */
function targetOf(key: string, from: number, last: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(from + 1, last)
  if (key === 'ArrowUp') return Math.max(from - 1, 0)
  if (key === 'PageDown') return Math.min(from + PAGE, last)
  if (key === 'PageUp') return Math.max(from - PAGE, 0)
  if (key === 'Home') return 0
  return key === 'End' ? last : undefined
}

function findRow(root: HTMLElement | null, index: number): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`[role=row][data-index="${index}"]`) ?? null
}
