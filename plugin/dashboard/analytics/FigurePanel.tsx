import {Box, Button, Flex, Text} from '@sanity/ui'
import {useState} from 'react'
import type {ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {EmptyState} from '../../components/EmptyState.tsx'
import {FigureTable} from '../../components/FigureTable.tsx'
import {Panel} from '../../components/Panel.tsx'
import type {CsvColumn} from '../../csv/writeCsv.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {DownloadCsv} from '../csv/DownloadCsv.tsx'

export interface FigureColumn<R> extends CsvColumn<R> {
  name: string
  /** As a person reads it; `value` is what stands in the file. */
  render: (row: R) => ReactNode
}

export interface FigurePanelProps<R> {
  title: string
  /** Name of the file, without its ending. */
  fileName: string
  columns: readonly FigureColumn<R>[]
  rows: readonly R[]
  keyOf: (row: R) => string
  /** The picture of the rows; absent: the table alone. */
  chart?: ReactNode
  /** What the figures mean, below the chart. */
  note?: string
  emptyTitle: string
  emptyHint?: string
  /** Buttons of this panel. */
  aside?: ReactNode
}

/** A chart with its table and its file. */
export function FigurePanel<R>(props: FigurePanelProps<R>) {
  const {title, columns, rows, keyOf, chart, note} = props
  const {t} = useTranslation(SHOP_NAMESPACE)
  const [wanted, setWanted] = useState<'chart' | 'table'>('chart')
  const shown = chart === undefined ? 'table' : wanted
  const other = shown === 'chart' ? 'table' : 'chart'
  return (
    <Panel
      aside={
        rows.length > 0 && (
          <Flex align="center" gap={1} wrap="wrap">
            {props.aside}
            {chart !== undefined && (
              <Button
                aria-label={t(`analytics.show-${other}-of`, {title})}
                fontSize={1}
                mode="bleed"
                onClick={() => setWanted(other)}
                padding={2}
                text={t(`analytics.show-${other}`)}
              />
            )}
            <DownloadCsv
              columns={columns}
              fileName={props.fileName}
              rows={() => rows}
              text={t('analytics.csv')}
            />
          </Flex>
        )
      }
      auto
      title={title}
    >
      {rows.length === 0 && <EmptyState hint={props.emptyHint} title={props.emptyTitle} />}
      {rows.length > 0 && shown === 'chart' && (
        <Box overflow="auto" padding={3} paddingY={4}>
          {chart}
        </Box>
      )}
      {rows.length > 0 && shown === 'table' && (
        <FigureTable caption={title} columns={columns} keyOf={keyOf} rows={rows} />
      )}
      {note !== undefined && rows.length > 0 && (
        <Box padding={3}>
          <Text muted size={0}>
            {note}
          </Text>
        </Box>
      )}
    </Panel>
  )
}
