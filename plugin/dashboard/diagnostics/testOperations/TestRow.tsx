import {Button, Flex, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'
import {useOtherWindows} from '../../windows/useOtherWindows.ts'
import {TIMEOUT_MS} from './useTestOperation.ts'
import type {TestState} from './useTestOperation.ts'

export interface TestRowProps {
  testId: string
  label: string
  hint: string
  state: TestState
  /** ms until each other window of this browser showed it. */
  seen: ReadonlyMap<string, number>
  disabled?: boolean
  onClick: () => void
  children?: ReactNode
}

/** A test operation: its button, what it does, and how the last one went. */
export function TestRow(props: TestRowProps) {
  const {state, testId} = props
  return (
    <Stack gap={3}>
      <Flex align="center" gap={3} wrap="wrap">
        <Button
          data-testid={testId}
          disabled={props.disabled === true || state.name === 'running'}
          fontSize={1}
          mode="ghost"
          onClick={props.onClick}
          padding={3}
          text={props.label}
        />
        <Outcome state={state} testId={`${testId}-result`} />
      </Flex>
      <Sights seen={props.seen} testId={`${testId}-windows`} />
      <Text muted size={1}>
        {props.hint}
      </Text>
      {props.children}
    </Stack>
  )
}

function Outcome({state, testId}: {state: TestState; testId: string}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <Text data-state={state.name} data-testid={testId} role="status" size={1} weight="medium">
      {state.name === 'running' && t('test.running')}
      {state.name === 'back' && t('test.back', {ms: Math.round(state.ms)})}
      {state.name === 'timeout' && t('test.timeout', {seconds: TIMEOUT_MS / 1000})}
      {state.name === 'failed' && t('test.failed', {message: state.message})}
    </Text>
  )
}

/** How long it took to each other window of this browser, by the names that the list of windows gives them. */
function Sights({seen, testId}: {seen: ReadonlyMap<string, number>; testId: string}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const windows = useOtherWindows()
  if (seen.size === 0) return null
  const nameOf = (id: string) => windows.findIndex(({window}) => window === id) + 1
  return (
    <Text data-testid={testId} role="status" size={1}>
      {[...seen]
        .map(([id, ms]) => t('test.seen', {number: nameOf(id), ms: Math.round(ms)}))
        .join(' · ')}
    </Text>
  )
}
