import {styled} from 'styled-components'

export interface LevelPoint {
  /** Milliseconds since 1970. */
  at: number
  /** From here on, until the next point. */
  level: number
}

export interface LevelChartProps {
  /** Oldest first. */
  points: readonly LevelPoint[]
  /** Index of the point that is looked at. */
  selected: number
  /** Drawn as a dashed line: at or below it the level is low. */
  reorderLevel?: number
  height: number
  /** What the picture shows, in words: the numbers as text are the caller's to give. */
  title: string
}

const Svg = styled.svg`
  display: block;
  width: 100%;
  overflow: visible;
  & .level {
    fill: none;
    stroke: var(--card-link-fg-color);
    stroke-width: 2;
    vector-effect: non-scaling-stroke;
  }
  & .zero,
  & .reorder,
  & .now {
    stroke: var(--card-muted-fg-color);
    vector-effect: non-scaling-stroke;
  }
  & .reorder {
    stroke-dasharray: 4 4;
  }
  & .now {
    stroke: var(--card-fg-color);
  }
`

const WIDTH = 1000

/** A level over time as steps, with a line at the moment that is looked at. */
export function LevelChart({points, selected, reorderLevel, height, title}: LevelChartProps) {
  const scale = createScale(points, reorderLevel ?? 0, height)
  const now = points[selected]
  return (
    <Svg
      aria-label={title}
      height={height}
      preserveAspectRatio="none"
      role="img"
      viewBox={`0 0 ${WIDTH} ${height}`}
    >
      <line className="zero" x1={0} x2={WIDTH} y1={scale.y(0)} y2={scale.y(0)} />
      {reorderLevel !== undefined && (
        <line
          className="reorder"
          x1={0}
          x2={WIDTH}
          y1={scale.y(reorderLevel)}
          y2={scale.y(reorderLevel)}
        />
      )}
      <path className="level" d={stepPath(points, scale)} />
      {now !== undefined && (
        <line className="now" x1={scale.x(now.at)} x2={scale.x(now.at)} y1={0} y2={height} />
      )}
    </Svg>
  )
}

interface Scale {
  x: (at: number) => number
  y: (level: number) => number
}

/** The first and last moment at the edges, zero and the highest level always in the picture. */
export function createScale(
  points: readonly LevelPoint[],
  reorderLevel: number,
  height: number,
): Scale {
  const first = points[0]?.at ?? 0
  const span = Math.max(1, (points.at(-1)?.at ?? 0) - first)
  const levels = points.map(({level}) => level)
  const most = levels.reduce((a, b) => Math.max(a, b), Math.max(1, reorderLevel))
  const least = levels.reduce((a, b) => Math.min(a, b), 0)
  return {
    x: (at) => ((at - first) / span) * WIDTH,
    y: (level) => height - ((level - least) / (most - least)) * height,
  }
}

/** Flat from one point to the next, then straight up or down. */
export function stepPath(points: readonly LevelPoint[], {x, y}: Scale): string {
  return points
    .map(({at, level}, index) => (index === 0 ? `M${x(at)} ${y(level)}` : `H${x(at)}V${y(level)}`))
    .join('')
}
