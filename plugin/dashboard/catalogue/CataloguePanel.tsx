import {AddIcon} from '@sanity/icons/Add'
import {Button} from '@sanity/ui'
import {useMemo, useState} from 'react'
import {useTranslation} from 'sanity'
import {ShopDialog} from '../../actions/shared/ShopDialog.tsx'
import {EmptyState} from '../../components/EmptyState.tsx'
import {Panel} from '../../components/Panel.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useRefusal} from '../table/useRefusal.ts'
import {shownRows} from './catalogueRows.ts'
import type {CatalogueRow} from './catalogueRows.ts'
import {CatalogueTable} from './CatalogueTable.tsx'
import {NameDialog} from './NameDialog.tsx'
import type {NameIntent} from './NameDialog.tsx'

export interface CataloguePanelProps {
  type: CatalogueRow['type']
  rows: readonly CatalogueRow[]
  query: string
}

const NONE: ReadonlySet<string> = new Set()

/** Brands or categories, with making and naming them. */
export function CataloguePanel({type, rows, query}: CataloguePanelProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const [closed, setClosed] = useState(NONE)
  const [intent, setIntent] = useState<NameIntent>()
  const shown = useMemo(() => shownRows(rows, query, closed), [rows, query, closed])
  const toggle = (id: string) =>
    setClosed((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  const refusal = useRefusal()(type === 'brand' ? 'brands.create' : 'categories.create')
  const title = t(type === 'brand' ? 'catalogue.brands' : 'catalogue.categories')
  return (
    <Panel
      aside={
        <Button
          aria-description={refusal}
          disabled={refusal !== undefined}
          fontSize={1}
          icon={AddIcon}
          mode="ghost"
          onClick={() => setIntent({kind: 'create', type})}
          padding={2}
          text={t(`catalogue.new.${type}`)}
          title={refusal}
        />
      }
      auto
      count={rows.length}
      title={title}
    >
      {shown.length > 0 ? (
        <CatalogueTable
          caption={title}
          closed={closed}
          isSearching={query !== ''}
          onIntent={setIntent}
          onToggle={toggle}
          rows={shown}
        />
      ) : (
        <EmptyState
          hint={rows.length === 0 ? t(`catalogue.empty.${type}`) : undefined}
          title={rows.length === 0 ? t('catalogue.empty') : t('list.no-match', {query})}
        />
      )}
      {intent !== undefined && (
        <ShopDialog>
          <NameDialog intent={intent} onClose={() => setIntent(undefined)} />
        </ShopDialog>
      )}
    </Panel>
  )
}
