import {Box, Stack, Text} from '@sanity/ui'
import {useGlobalPresence, useTranslation} from 'sanity'
import type {LatencyAnswer} from '../../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'
import {THIS_WINDOW} from '../../../realtime/windows/thisWindow.ts'
import {DataTable} from '../DataTable.tsx'
import {useTestOfWindows} from './useWindowTest.ts'

/** Every window that answered the last test: how long the way to its screen took, and takes as a rule. */
export function AnswersTable() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {state, answers} = useTestOfWindows()
  const rowOf = useRow()
  if (state === 'none') return null
  return (
    <Stack gap={3}>
      <Text data-state={state} data-testid="shop-test-state" role="status" size={1} weight="medium">
        {t(`test.answers-${state}`, {count: answers.length})}
      </Text>
      <Box overflow="auto" tabIndex={0}>
        <DataTable
          columns={[
            t('windows.window'),
            t('test.this'),
            t('windows.p50'),
            t('windows.p95'),
            t('test.measured'),
          ]}
          label={t('test.answers')}
          rows={answers.map(rowOf)}
        />
      </Box>
      {state === 'ended' && <Missing answers={answers} />}
      <Text muted size={1}>
        {t('test.answers-hint')}
      </Text>
    </Stack>
  )
}

function useRow() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const inMs = (ms: number | undefined) => (ms === undefined ? '–' : t('windows.ms', {ms}))
  return (answer: LatencyAnswer) => {
    const {_key: key, ms, uncertainty, latency} = answer
    return {
      key,
      cells: [
        <AnsweringWindow answer={answer} key={key} />,
        <span key="this" style={{whiteSpace: 'nowrap'}}>
          {t('test.about', {ms, uncertainty})}
        </span>,
        inMs(latency?.p50),
        inMs(latency?.p95),
        String(latency?.measured ?? 0),
      ],
    }
  }
}

function AnsweringWindow({answer}: {answer: LatencyAnswer}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {_key: key, device, place, by, isHidden} = answer
  const marks = [
    ...(key === THIS_WINDOW ? [t('windows.this')] : []),
    ...(isHidden ? [t('test.hidden')] : []),
  ]
  return (
    <Stack gap={2} style={{minWidth: 120, overflowWrap: 'anywhere', whiteSpace: 'normal'}}>
      <Text size={1}>{device}</Text>
      <Text size={1}>{by.name}</Text>
      {/* a path reads from left to right in every language */}
      <Text dir="ltr" muted size={0}>
        {place}
      </Text>
      {marks.length > 0 && (
        <Text muted size={0}>
          {marks.join(' · ')}
        </Text>
      )}
    </Stack>
  )
}

/** Whoever is here and has not answered. */
function Missing({answers}: {answers: readonly LatencyAnswer[]}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const people = useGlobalPresence()
  const silent = people.filter(({user}) => answers.every(({by}) => by.id !== user.id))
  if (silent.length === 0) return null
  const names = silent.map(({user}) => user.displayName ?? user.id).join(', ')
  return (
    <Text data-testid="shop-test-missing" size={1}>
      {t('test.missing', {count: silent.length, names})}
    </Text>
  )
}
