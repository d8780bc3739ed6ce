const typescript = (file, env) => (args) => [
  {program: 'node', args: ['--disable-warning=ExperimentalWarning', file, ...args], env},
]

const vitest = (size) => (args) => [
  {program: 'vitest', args: ['run', ...args], env: {TEST_SIZE: size}},
]

/** What each `npm run NAME` runs, in order; it stops at the first step that fails. */
export const commands = {
  start: typescript('studio/run/start.ts'),
  dev: typescript('studio/run/dev.ts'),
  lake: typescript('studio/run/lake.ts'),
  replay: typescript('studio/demo/replay.ts'),
  verify: typescript('studio/demo/verify.ts'),
  bench: typescript('test/bench/main.ts'),
  pictures: typescript('test/pictures/main.ts'),
  test: vitest('quick'),
  'test:long': vitest('long'),
  build: (args) => [
    {program: 'pkg-utils', args: ['build', '--strict', '--check', '--clean', ...args]},
  ],
  lint: () => [
    {program: 'oxlint', args: []},
    {program: 'tsc', args: ['--noEmit', '-p', '.']},
    {program: 'oxfmt', args: ['--check', '.']},
  ],
}
