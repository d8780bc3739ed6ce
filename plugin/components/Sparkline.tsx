import {memo} from 'react'
import {styled} from 'styled-components'

const Svg = styled.svg`
  display: block;
  width: 100%;
  overflow: visible;
  & path {
    fill: none;
    stroke: var(--card-link-fg-color);
    stroke-width: 1.5;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  [dir='rtl'] & {
    transform: scaleX(-1);
  }
`

const WIDTH = 100
const HEIGHT = 24

/** The way a figure has come, oldest first, or room for it; the figure itself stands beside it as text. */
export const Sparkline = memo(function Sparkline({values}: {values: readonly number[]}) {
  const least = Math.min(0, ...values)
  const span = Math.max(1, ...values) - least
  const step = WIDTH / Math.max(1, values.length - 1)
  const points = values.map(
    (value, index) => `${(index * step).toFixed(1)} ${toY((value - least) / span)}`,
  )
  return (
    <Svg aria-hidden height={HEIGHT} preserveAspectRatio="none" viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      {points.length > 0 && <path d={`M${points.join('L')}`} />}
    </Svg>
  )
})

const toY = (share: number): string => (HEIGHT - 1 - share * (HEIGHT - 2)).toFixed(1)
