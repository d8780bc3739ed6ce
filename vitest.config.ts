import {availableParallelism} from 'node:os'
import {defineConfig} from 'vitest/config'
import {LastLineReporter} from './test/rig/lastLineReporter.ts'

const isLong = process.env['TEST_SIZE'] === 'long'
const minutes = (count: number) => count * 60_000

/**
 * Vitest keeps a core for itself: of two, one would idle while the other runs all tests. At full size, where tests
 * measure memory over minutes, it may.
 */
const workers = Math.max(isLong ? 1 : 2, availableParallelism() - 1)

export default defineConfig({
  // the phone page uses the package by its public names
  resolve: {
    alias: [
      {
        find: /^sanity-plugin-shop\/(core|realtime)$/,
        replacement: `${import.meta.dirname}/plugin/$1.ts`,
      },
    ],
  },
  test: {
    reporters: ['default', new LastLineReporter()],
    environment: 'node',
    maxWorkers: workers,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['plugin', 'schemas', 'studio']
            .map((room) => `${room}/**/*.test.{ts,tsx}`)
            .concat('test/rig/*.test.ts'),
          // a new process a file takes longer than what most of these test; at full size each has its own
          isolate: isLong,
          testTimeout: isLong ? minutes(10) : 15_000,
        },
      },
      project('lake', 1),
      project('live', 1),
      project('operations', 2),
      project('demo', 3),
      project('package', 2),
      browserProject('ui', 1),
      browserProject('studio', 2),
    ],
  },
})

/**
 * The same for tests with a browser: one file at a time, beside no tests of another kind, with the Studio built before
 * them. Two Studios on two cores start so slowly that they go on without what they wait for.
 */
function browserProject(name: string, turn: number) {
  const {extends: base, test} = project(name, 3)
  const own = {
    globalSetup: 'test/rig/builtStudio.ts',
    maxWorkers: 1,
    sequence: {groupOrder: turn},
  }
  return {extends: base, test: {...test, ...own}}
}

/** The tests of `test/NAME`, with `timeout` minutes a test (ten times that at full size). */
function project(name: string, timeout: number) {
  const limit = minutes(isLong ? timeout * 10 : timeout)
  return {
    extends: true as const,
    test: {
      name,
      include: [`test/${name}/**/*.test.{ts,tsx}`],
      testTimeout: limit,
      hookTimeout: limit,
    },
  }
}
