/** `quick` for `npm test`, `long` for `npm run test:long`. */
export type TestSize = 'quick' | 'long'

export const testSize: TestSize = process.env['TEST_SIZE'] === 'long' ? 'long' : 'quick'

/** `sized(50, 10_000)` is 50 in `npm test` and 10,000 in `npm run test:long`. */
export function sized(quick: number, long: number): number {
  return testSize === 'long' ? long : quick
}
