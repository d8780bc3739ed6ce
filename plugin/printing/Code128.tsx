import JsBarcode from 'jsbarcode'

const HEIGHT = 40

/** A barcode that a scanner reads as `value` (Code 128), with the text below it. */
export default function Code128({value}: {value: string}) {
  const bars = barsOf(value)
  return (
    <figure>
      <svg
        aria-label={value}
        height={HEIGHT}
        preserveAspectRatio="none"
        role="img"
        shapeRendering="crispEdges"
        style={{maxWidth: '100%'}}
        viewBox={`0 0 ${bars.length} ${HEIGHT}`}
        width={bars.length * 1.5}
      >
        {runsOf(bars).map(({start, length}) => (
          <rect height={HEIGHT} key={start} width={length} x={start} y={0} />
        ))}
      </svg>
      <figcaption className="small">{value}</figcaption>
    </figure>
  )
}

/** `1` a black module, `0` a white one; with the quiet zone of ten modules that scanners need. */
export function barsOf(value: string): string {
  const target: {encodings?: readonly {data: string}[]} = {}
  JsBarcode(target, value, {format: 'CODE128'})
  const bars = (target.encodings ?? []).map(({data}) => data).join('')
  const quiet = '0'.repeat(10)
  return `${quiet}${bars}${quiet}`
}

/** Black bars as start and length in modules. */
export function runsOf(bars: string): {start: number; length: number}[] {
  return Array.from(bars.matchAll(/1+/g), (run) => ({start: run.index, length: run[0].length}))
}
