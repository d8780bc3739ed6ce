import type {Reporter, SerializedError, TestModule} from 'vitest/node'

/** Makes `N passed, N failed` (and `, N skipped` when some were) the last line of a test run. */
export class LastLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const line = toLastLine(modules.map(countTests), unhandled.length)
    // At exit: the default reporter still prints its summary after this call.
    process.once('exit', () => process.stdout.write(`${line}\n`))
  }
}

interface TestCount {
  passed: number
  failed: number
  skipped: number
}

function countTests(testModule: TestModule): TestCount {
  const states = [...testModule.children.allTests()].map((test) => test.result().state)
  const count = (state: string) => states.filter((each) => each === state).length
  const failed = count('failed')
  // A module can fail without a failed test: when it does not load, or one of its hooks throws.
  const failedAsWhole = failed === 0 && testModule.state() === 'failed' ? 1 : 0
  return {
    passed: count('passed'),
    failed: failed + failedAsWhole,
    skipped: count('skipped') + count('pending'),
  }
}

/** Errors outside of tests count as failures. */
export function toLastLine(modules: readonly TestCount[], unhandled: number): string {
  const sum = (key: keyof TestCount) => modules.reduce((total, each) => total + each[key], 0)
  const skipped = sum('skipped')
  const skippedWords = skipped === 0 ? '' : `, ${skipped} skipped`
  return `${sum('passed')} passed, ${sum('failed') + unhandled} failed${skippedWords}`
}
