import {useVirtualizer} from '@tanstack/react-virtual'
import {useCallback, useEffect, useImperativeHandle, useMemo, useState} from 'react'
import type {Ref} from 'react'
import {useTranslation} from 'sanity'
import {useRouter} from 'sanity/router'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {Column, TableRow} from './columns.ts'
import {ROW_HEIGHT} from './rowStyles.ts'
import {TableRowCard} from './TableRowCard.tsx'
import type {Selection} from './useSelection.ts'

export interface VirtualRowsProps<R extends TableRow> {
  rows: readonly R[]
  columns: readonly Column<R>[]
  stateTitle: string
  stateLabel: (state: string) => string
  selection?: Selection | undefined
  scroller: HTMLElement
  /** Index of the one row that Tab reaches. */
  current: number
  /** Keeps its identity. */
  onFocus: (index: number) => void
  ref: Ref<RowsHandle>
}

export interface RowsHandle {
  scrollTo: (index: number) => void
}

/** The rows in sight: all that a step of scrolling renders, and no styled component among it. */
export function VirtualRows<R extends TableRow>(props: VirtualRowsProps<R>) {
  const {rows, columns, selection, scroller, current, ref} = props
  // a key of another identity makes the virtualizer measure ten thousand rows again
  const getItemKey = useCallback((index: number) => rows[index]?.id ?? index, [rows])
  // The virtualizer changes inside while its identity stays: this component must not be memoised by a compiler.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    getItemKey,
    estimateSize,
    overscan: 8,
    // a scroll is painted by the compositor: rows that come later than it are better than frames that wait for rows
    useFlushSync: false,
  })
  useImperativeHandle(ref, () => ({scrollTo: (index) => virtualizer.scrollToIndex(index)}), [
    virtualizer,
  ])
  const isNarrow = useIsNarrow(scroller)
  const onOpen = useOpenRow()
  const selectLabel = useSelectLabel()
  const labelOf = props.stateLabel
  const stateLabel = useMemo(() => keepLabels(labelOf), [labelOf])
  return (
    <div role="presentation" style={{height: virtualizer.getTotalSize()}}>
      {virtualizer.getVirtualItems().map(({index, key, start}) => {
        const row = rows[index]
        if (row === undefined) return null
        return (
          <TableRowCard
            columns={columns}
            current={index === current}
            index={index}
            key={key}
            measure={isNarrow ? virtualizer.measureElement : undefined}
            onFocus={props.onFocus}
            onOpen={onOpen}
            onToggle={selection?.toggle}
            row={row}
            selectLabel={selectLabel}
            selected={selection?.ids.has(row.id) === true}
            start={start}
            stateLabel={stateLabel}
            stateTitle={props.stateTitle}
          />
        )
      })}
    </div>
  )
}

const estimateSize = () => ROW_HEIGHT

/** A translation takes as long as a cell: one for the table, not one a row. */
function useSelectLabel(): (name: string) => string {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return useMemo(() => {
    const [before = '', after = ''] = t('table.select', {name: NAME}).split(NAME)
    return (name) => before + name + after
  }, [t])
}

const NAME = '\u0001'

/** Asks once for each state. */
function keepLabels(labelOf: (state: string) => string): (state: string) => string {
  const kept = new Map<string, string>()
  return (state) => {
    const label = kept.get(state) ?? labelOf(state)
    kept.set(state, label)
    return label
  }
}

/** Opens the form of a row's document. */
function useOpenRow(): (row: TableRow) => void {
  const {navigateIntent} = useRouter()
  return useCallback(({id, type}: TableRow) => navigateIntent('edit', {id, type}), [navigateIntent])
}

/** Below this width a row is a card of several lines, whose height only the browser knows. */
const NARROW_PX = 720

function useIsNarrow(frame: HTMLElement): boolean {
  const [narrow, setNarrow] = useState(false)
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) =>
      setNarrow((entry?.contentRect.width ?? NARROW_PX) < NARROW_PX),
    )
    observer.observe(frame)
    return () => observer.disconnect()
  }, [frame])
  return narrow
}
