import {Badge} from '@sanity/ui'
import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import {styled} from 'styled-components'
import type {BadgeTone} from '../../actions/shared/tones.ts'
import {LiveList} from '../../components/LiveList.tsx'
import {RowCard} from '../../components/RowCard.tsx'
import type {PlannedRow} from '../../csv/importTypes.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useImportWords} from './useImportWords.ts'

const Frame = styled.div`
  display: flex;
  flex-direction: column;
  max-height: 420px;
  border-top: 1px solid var(--card-border-color);
`

const TONES: Readonly<Record<PlannedRow['action'], BadgeTone>> = {
  create: 'positive',
  update: 'primary',
  unchanged: 'neutral',
  refused: 'critical',
}

const ORDER: readonly PlannedRow['action'][] = ['refused', 'create', 'update', 'unchanged']

/** Rows of a file by what becomes of them: what needs somebody stands first. */
export function ImportRows({rows}: {rows: readonly PlannedRow[]}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const byLine = useMemo(() => new Map(rows.map((row) => [String(row.line), row])), [rows])
  const ids = useMemo(
    () =>
      ORDER.flatMap((action) => rows.filter((row) => row.action === action)).map(({line}) =>
        String(line),
      ),
    [rows],
  )
  return (
    <Frame>
      <LiveList
        ids={ids}
        label={t('csv.plan.rows')}
        renderRow={(id) => {
          const row = byLine.get(id)
          return row === undefined ? null : <ImportRow row={row} />
        }}
      />
    </Frame>
  )
}

function ImportRow({row}: {row: PlannedRow}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {ofIssues} = useImportWords()
  const {line, label, action, issues} = row
  return (
    <RowCard
      figure={
        <Badge fontSize={0} tone={TONES[action]}>
          {t(`csv.action.${action}`)}
        </Badge>
      }
      revision={undefined}
      subtitle={issues.length === 0 ? undefined : ofIssues(issues, ' · ')}
      testId={`shop-import-row-${line}`}
      title={t('csv.plan.row', {line, label})}
    />
  )
}
