import {Button, Flex, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'
import type {OperationName} from '../../../operations/permissions.ts'
import {useRefusal} from '../../table/useRefusal.ts'
import {TIMEOUT_MS} from './useTestOperation.ts'
import type {TestState} from './useTestOperation.ts'
import {useTestOfWindows} from './useWindowTest.ts'

export interface TestRowProps {
  testId: string
  label: string
  hint: string
  state: TestState
  /** Whoever may not do it is told so. */
  operation: OperationName
  disabled?: boolean
  onClick: () => void
  children?: ReactNode
}

/** A test operation: its button, what it does, and how the last one went. */
export function TestRow(props: TestRowProps) {
  const {state, testId} = props
  const refusal = useRefusal()(props.operation)
  const isBusy = useTestOfWindows().state === 'running'
  return (
    <Stack gap={3}>
      <Flex align="center" gap={3} wrap="wrap">
        <Button
          data-testid={testId}
          disabled={
            props.disabled === true || isBusy || refusal !== undefined || state.name === 'running'
          }
          fontSize={1}
          mode="ghost"
          onClick={props.onClick}
          padding={3}
          text={props.label}
        />
        <Outcome state={state} testId={`${testId}-result`} />
      </Flex>
      <Text muted size={1}>
        {refusal ?? props.hint}
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
