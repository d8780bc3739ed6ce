import {useState} from 'react'
import {useTranslation} from 'sanity'
import {useShopReady} from '../../../actions/shared/useShop.ts'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'
import {TestRow} from './TestRow.tsx'
import type {TestState} from './useTestOperation.ts'
import {useTestOfWindows} from './useWindowTest.ts'

/** Asks every open window without changing anything of the shop. */
export function TestWindows() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const ready = useShopReady()
  const windows = useTestOfWindows()
  const [state, setState] = useState<TestState>({name: 'idle'})

  const ask = async (): Promise<TestState> => {
    const start = performance.now()
    await windows.begin({what: 'nothing'})
    windows.settle()
    return {name: 'back', ms: performance.now() - start}
  }
  const run = () => {
    setState({name: 'running'})
    void ask()
      .catch((error: unknown) => ({
        name: 'failed' as const,
        message: error instanceof Error ? error.message : String(error),
      }))
      .then(setState)
  }
  return (
    <TestRow
      disabled={!ready}
      hint={t('test.windows-hint')}
      label={t('test.windows')}
      onClick={run}
      operation="latencyTests.begin"
      state={state}
      testId="shop-test-windows"
    />
  )
}
