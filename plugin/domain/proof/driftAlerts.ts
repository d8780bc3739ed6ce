import type {Drift} from './drift.ts'

/** Everything that is wrong with one document, as one alert. */
export interface DriftAlert {
  /** Id of the document that holds the wrong values. */
  document: string
  label: string
  drifts: readonly Drift[]
  /** The product whose stock one entry can correct (`stock.correct`); absent where people must judge. */
  product?: string
}

/** One alert a document, in the order of their labels. */
export function toDriftAlerts(drifts: readonly Drift[]): DriftAlert[] {
  const alerts = new Map<string, DriftAlert>()
  for (const drift of drifts) {
    const {document, label} = drift
    const known = alerts.get(document)
    const product = known?.product ?? drift.product
    alerts.set(document, {
      document,
      label: known?.label ?? label,
      drifts: [...(known?.drifts ?? []), drift],
      ...(product === undefined ? {} : {product}),
    })
  }
  return [...alerts.values()].toSorted((a, b) => (a.label < b.label ? -1 : 1))
}
