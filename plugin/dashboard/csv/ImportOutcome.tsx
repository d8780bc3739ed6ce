import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import type {ImportKind, ImportPlan, PlannedRow} from '../../csv/importTypes.ts'
import type {FailedRow, ImportResult} from '../../csv/runImport.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {OperationName} from '../../operations/permissions.ts'
import {useRefusal} from '../table/useRefusal.ts'
import {DownloadCsv} from './DownloadCsv.tsx'
import {ImportProgressBar} from './ImportProgressBar.tsx'
import {ImportRows} from './ImportRows.tsx'
import {useImportWords} from './useImportWords.ts'
import type {ImportState} from './useImport.ts'

interface ImportOutcomeProps {
  state: ImportState
  onRun: () => void
  onStop: () => void
}

/** What stands below the choice of a file: the dry run, the progress, the result. */
export function ImportOutcome({state, onRun, onStop}: ImportOutcomeProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  switch (state.phase) {
    case 'empty':
      return null
    case 'reading':
      return <Text size={1}>{t('csv.import.reading', {file: state.file})}</Text>
    case 'refused':
      return (
        <Card border data-testid="shop-import-refused" padding={3} radius={2} tone="critical">
          <Text size={1}>{state.message}</Text>
        </Card>
      )
    case 'planned':
      return <Planned onRun={onRun} plan={state.plan} />
    case 'running':
      return <ImportProgressBar onStop={onStop} progress={state.progress} />
    case 'done':
      return <Done plan={state.plan} result={state.result} />
  }
}

/** What an import of the kind does with a new row; whoever may not do that may still try the file. */
const OPERATIONS: Readonly<Record<ImportKind, OperationName>> = {
  products: 'products.create',
  customers: 'users.create',
  openingStock: 'stock.open',
}

function Planned({plan, onRun}: {plan: ImportPlan; onRun: () => void}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const counts = useMemo(() => countActions(plan.rows), [plan])
  const refusal = useRefusal()(OPERATIONS[plan.kind])
  const count = counts.create + counts.update
  const names = (['newBrands', 'newCategories', 'ignored'] as const).filter(
    (list) => plan[list].length > 0,
  )
  return (
    <Stack data-testid="shop-import-plan" gap={3}>
      <Flex align="center" gap={3} wrap="wrap">
        <Text size={1} weight="medium">
          {t('csv.plan.summary', {...counts})}
        </Text>
        <Button
          aria-description={refusal}
          data-testid="shop-import-run"
          disabled={count === 0 || refusal !== undefined}
          fontSize={1}
          onClick={onRun}
          padding={2}
          text={t('csv.import.run', {count})}
          title={refusal}
        />
        {refusal !== undefined && (
          <Text muted size={1}>
            {refusal}
          </Text>
        )}
      </Flex>
      {names.map((list) => (
        <Text key={list} muted size={1}>
          {t(`csv.plan.${list}`, {names: plan[list].slice(0, 20).join(', ')})}
        </Text>
      ))}
      <ImportRows rows={plan.rows} />
    </Stack>
  )
}

function countActions(rows: readonly PlannedRow[]): Record<PlannedRow['action'], number> {
  const counts = {create: 0, update: 0, unchanged: 0, refused: 0}
  for (const {action} of rows) counts[action]++
  return counts
}

function useFailedColumns() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return [
    {title: t('csv.column.line'), numeric: true, value: ({line}: FailedRow) => line},
    {title: t('csv.column.row'), value: ({label}: FailedRow) => label},
    {title: t('csv.column.message'), value: ({message}: FailedRow) => message},
  ]
}

function Done({plan, result}: {plan: ImportPlan; result: ImportResult}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const failedColumns = useFailedColumns()
  const {ofIssues} = useImportWords()
  const rows = useMemo(() => withFailures(plan.rows, result.failed), [plan, result])
  const {saved, failed, left, stopped} = result
  const problems = rows.filter(({action}) => action === 'refused')
  return (
    <Stack data-testid="shop-import-done" gap={3}>
      <Card border padding={3} radius={2} tone={problems.length > 0 ? 'caution' : 'positive'}>
        <Stack gap={3}>
          <Text size={1} weight="medium">
            {t('csv.done.summary', {saved, failed: problems.length})}
          </Text>
          {left > 0 && <Text size={1}>{t('csv.done.left', {count: left})}</Text>}
          {stopped !== undefined && <Text size={1}>{stopped}</Text>}
        </Stack>
      </Card>
      {problems.length > 0 && (
        <Flex>
          <DownloadCsv
            columns={failedColumns}
            fileName="import-problems"
            rows={() =>
              problems.map(({line, label, issues}) => ({
                line,
                label,
                message: ofIssues(issues, '; '),
              }))
            }
            text={t('csv.done.problems')}
          />
        </Flex>
      )}
      {failed.length < rows.length && <ImportRows rows={rows} />}
    </Stack>
  )
}

function withFailures(
  rows: readonly PlannedRow[],
  failed: readonly FailedRow[],
): readonly PlannedRow[] {
  const messages = new Map(failed.map(({line, message}) => [line, message]))
  return rows.map((row) => {
    const message = messages.get(row.line)
    return message === undefined
      ? row
      : {...row, action: 'refused', issues: [{column: '', message}]}
  })
}
