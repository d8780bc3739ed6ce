import {ChevronDownIcon} from '@sanity/icons/ChevronDown'
import {ChevronRightIcon} from '@sanity/icons/ChevronRight'
import {Badge, Box, Button, Flex} from '@sanity/ui'
import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import {FigureTable} from '../../components/FigureTable.tsx'
import type {FigureTableColumn} from '../../components/FigureTable.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {CatalogueMenu} from './CatalogueMenu.tsx'
import type {CatalogueRow} from './catalogueRows.ts'
import type {NameIntent} from './NameDialog.tsx'

export interface CatalogueTableProps {
  caption: string
  rows: readonly CatalogueRow[]
  closed: ReadonlySet<string>
  /** While searching everything found is open. */
  isSearching: boolean
  onToggle: (id: string) => void
  onIntent: (intent: NameIntent) => void
}

const INDENT_PX = 20
/** Of the button that opens and closes: names of one level stand below each other, with it or without. */
const TOGGLE_PX = 23

export function CatalogueTable(props: CatalogueTableProps) {
  const columns = useCatalogueColumns(props)
  return (
    <FigureTable
      caption={props.caption}
      columns={columns}
      keyOf={({id}) => id}
      rows={props.rows}
      stacked
    />
  )
}

function useCatalogueColumns({
  rows,
  closed,
  isSearching,
  onToggle,
  onIntent,
}: CatalogueTableProps): readonly FigureTableColumn<CatalogueRow>[] {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const isTree = !isSearching && rows.some(({hasChildren}) => hasChildren)
  return useMemo(() => {
    const column = (name: string, render: FigureTableColumn<CatalogueRow>['render']) => ({
      name,
      title: t(`catalogue.column.${name}`),
      numeric: true,
      render,
    })
    return [
      {
        name: 'name',
        title: t('catalogue.column.name'),
        render: (row) => (
          <NameCell isOpen={!closed.has(row.id)} isTree={isTree} onToggle={onToggle} row={row} />
        ),
      },
      column('products', ({products}) => format.number(products)),
      column('value', ({value}) => format.money(value)),
      column('sales', ({sales}) => format.money(sales)),
      column('low', ({low}) => <Count count={low} tone="caution" />),
      column('out', ({out}) => <Count count={out} tone="critical" />),
      column('actions', (row) => <CatalogueMenu onIntent={onIntent} row={row} />),
    ]
  }, [t, format, closed, isTree, onToggle, onIntent])
}

function Count({count, tone}: {count: number; tone: 'caution' | 'critical'}) {
  const format = useShopFormat()
  if (count === 0) return '0'
  return (
    <Badge fontSize={0} tone={tone}>
      {format.number(count)}
    </Badge>
  )
}

function NameCell(props: {
  row: CatalogueRow
  isOpen: boolean
  /** Some rows have others below them, which can be closed. */
  isTree: boolean
  onToggle: (id: string) => void
}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {row, isOpen} = props
  return (
    <Flex
      align="center"
      data-testid={`shop-row-${row.type}-${row.id}`}
      gap={2}
      style={{paddingInlineStart: (row.level - 1) * INDENT_PX, whiteSpace: 'nowrap'}}
    >
      {props.isTree && !row.hasChildren && <Box style={{width: TOGGLE_PX}} />}
      {props.isTree && row.hasChildren && (
        <Button
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'catalogue.close' : 'catalogue.open', {name: row.name})}
          icon={isOpen ? ChevronDownIcon : ChevronRightIcon}
          mode="bleed"
          onClick={() => props.onToggle(row.id)}
          padding={1}
        />
      )}
      <IntentLink
        intent="edit"
        params={{id: row.id, type: row.type}}
        style={{fontWeight: row.level === 1 ? 500 : 400}}
      >
        {row.name}
      </IntentLink>
      {!row.isActive && <Badge fontSize={0}>{t('catalogue.archived')}</Badge>}
    </Flex>
  )
}
