import {DocumentSheetIcon} from '@sanity/icons/DocumentSheet'
import {Box, Button, Card, Flex, Select, Stack, Text} from '@sanity/ui'
import {useRef, useState} from 'react'
import type {DragEvent} from 'react'
import {useTranslation} from 'sanity'
import {useShopReady} from '../../actions/shared/useShop.ts'
import {Field} from '../../components/Field.tsx'
import {Panel} from '../../components/Panel.tsx'
import {IMPORT_KINDS} from '../../csv/importTypes.ts'
import type {ImportKind} from '../../csv/importTypes.ts'
import {IMPORT_FORMATS} from '../../csv/planImport.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {DownloadCsv} from './DownloadCsv.tsx'
import {ImportOutcome} from './ImportOutcome.tsx'
import {useImport} from './useImport.ts'

/** Products, customers or opening stock from a file: first what would happen, then, on a click, it happens. */
export function ImportPanel() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const ready = useShopReady()
  const [kind, setKind] = useState<ImportKind>('products')
  const input = useRef<HTMLInputElement>(null)
  const {state, choose, run, stop, forget} = useImport()
  const isBusy = !ready || state.phase === 'reading' || state.phase === 'running'
  const take = (file: File | null | undefined) => {
    if (file && !isBusy) void choose(kind, file)
  }
  return (
    <Panel auto title={t('csv.import.title')}>
      <Stack gap={4} padding={3} {...dropTarget(take)}>
        <Text muted size={1}>
          {t('csv.import.intro')}
        </Text>
        <Flex align="flex-end" gap={3} wrap="wrap">
          <Field id="shop-import-kind" label={t('csv.import.kind')}>
            <Select
              disabled={isBusy}
              fontSize={1}
              id="shop-import-kind"
              onChange={(event) => {
                setKind(kindOf(event.currentTarget.value))
                forget()
              }}
              padding={2}
              value={kind}
            >
              {IMPORT_KINDS.map((name) => (
                <option key={name} value={name}>
                  {t(`csv.kind.${name}`)}
                </option>
              ))}
            </Select>
          </Field>
          <input
            accept=".csv,.tsv,.txt,text/csv"
            aria-label={t('csv.import.file')}
            data-testid="shop-import-file"
            hidden
            onChange={(event) => {
              take(event.currentTarget.files?.[0])
              // the same file, corrected meanwhile, may be chosen again
              event.currentTarget.value = ''
            }}
            ref={input}
            type="file"
          />
          <Button
            disabled={isBusy}
            fontSize={1}
            icon={DocumentSheetIcon}
            loading={state.phase === 'reading'}
            onClick={() => input.current?.click()}
            padding={2}
            text={t('csv.import.choose')}
          />
          <DownloadCsv
            columns={IMPORT_FORMATS[kind].titles.map((title) => ({title, value: () => ''}))}
            fileName={`${kind}-template`}
            rows={() => []}
            text={t('csv.import.template')}
          />
        </Flex>
        <Columns kind={kind} />
        <Box aria-live="polite">
          <ImportOutcome onRun={() => void run()} onStop={stop} state={state} />
        </Box>
      </Stack>
    </Panel>
  )
}

function Columns({kind}: {kind: ImportKind}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {titles, required} = IMPORT_FORMATS[kind]
  return (
    <Card padding={3} radius={2} tone="transparent">
      <Stack gap={3}>
        <Text size={1}>{t('csv.import.columns', {columns: titles.join(', ')})}</Text>
        <Text muted size={1}>
          {t(`csv.hint.${kind}`, {required: required.join(', ')})}
        </Text>
      </Stack>
    </Card>
  )
}

const kindOf = (value: string): ImportKind =>
  IMPORT_KINDS.find((kind) => kind === value) ?? 'products'

function dropTarget(take: (file: File | undefined) => void) {
  return {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      take(event.dataTransfer.files[0])
    },
  }
}
