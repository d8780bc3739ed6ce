/** Builds the row of a document, or gives the one it built from the same inputs before. */
export type RowCache<R> = (id: string, inputs: readonly unknown[], build: () => R) => R

/**
 * Rows keep their identity as long as what they are made of: of ten thousand rows only the one that changed is rendered
 * again.
 */
export function createRowCache<R>(): RowCache<R> {
  const kept = new Map<string, {inputs: readonly unknown[]; row: R}>()
  return (id, inputs, build) => {
    const known = kept.get(id)
    if (known !== undefined && known.inputs.every((input, index) => input === inputs[index])) {
      return known.row
    }
    const row = build()
    kept.set(id, {inputs, row})
    return row
  }
}
