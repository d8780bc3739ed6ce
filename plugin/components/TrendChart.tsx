import {styled} from 'styled-components'

export interface TrendPoint {
  key: string
  /** Negatives are drawn as 0. */
  value: number
  /** Of the period before, at the same place. */
  before?: number
  /** Shown on hover: "3 Nov: ₹1,234.00, before ₹900.00". */
  label: string
}

const Svg = styled.svg`
  display: block;
  width: 100%;
  & rect {
    fill: var(--card-link-fg-color);
    opacity: 0.75;
  }
  & g:hover rect[data-bar] {
    opacity: 1;
  }
  & rect[data-hit] {
    opacity: 0;
  }
  & path {
    fill: none;
    stroke: var(--card-fg-color);
    stroke-width: 1.5;
    vector-effect: non-scaling-stroke;
    opacity: 0.7;
  }
  [dir='rtl'] & {
    transform: scaleX(-1);
  }
`

const WIDTH = 1_000

export interface TrendChartProps {
  points: readonly TrendPoint[]
  height: number
  /** What the picture says, in words; the numbers stand in the table beside it. */
  title: string
}

/** Bars of a range, and as a stepped line what the range before was. */
export function TrendChart({points, height, title}: TrendChartProps) {
  const most = Math.max(1, ...points.map(({value, before}) => Math.max(value, before ?? 0)))
  const width = WIDTH / Math.max(1, points.length)
  const toHeight = (value: number) => (Math.max(0, value) / most) * (height - 2)
  return (
    <Svg
      aria-label={title}
      height={height}
      preserveAspectRatio="none"
      role="img"
      viewBox={`0 0 ${WIDTH} ${height}`}
    >
      {points.map(({key, value, label}, index) => {
        const size = Math.max(1, toHeight(value))
        return (
          <g key={key}>
            <title>{label}</title>
            <rect
              data-bar=""
              height={size}
              width={width * 0.72}
              x={index * width + width * 0.14}
              y={height - size}
            />
            <rect data-hit="" height={height} width={width} x={index * width} y={0} />
          </g>
        )
      })}
      <path
        aria-hidden
        d={stepsOf(points, width, (value) => height - Math.max(1, toHeight(value)))}
      />
    </Svg>
  )
}

function stepsOf(
  points: readonly TrendPoint[],
  width: number,
  toY: (value: number) => number,
): string {
  return points
    .flatMap(({before}, index) => {
      if (before === undefined) return []
      const y = toY(before)
      return `${index === 0 ? 'M' : 'L'}${index * width} ${y}H${(index + 1) * width}`
    })
    .join('')
}
