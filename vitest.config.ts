import {defineConfig} from 'vitest/config'
import {LastLineReporter} from './test/rig/lastLineReporter.ts'

const isLong = process.env['TEST_SIZE'] === 'long'
const minutes = (count: number) => count * 60_000

/** Tests that start servers or browsers share the machine: one file after the other. */
const alone = {fileParallelism: false, maxWorkers: 1}

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
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['plugin', 'schemas', 'studio']
            .map((room) => `${room}/**/*.test.{ts,tsx}`)
            .concat('test/rig/*.test.ts'),
          testTimeout: isLong ? minutes(10) : 15_000,
        },
      },
      project('lake', 1),
      project('live', 1),
      project('operations', 2),
      project('demo', 3),
      project('package', 2),
      {...project('studio', 3), test: {...project('studio', 3).test, ...alone}},
      {...project('ui', 3), test: {...project('ui', 3).test, ...alone}},
    ],
  },
})

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
