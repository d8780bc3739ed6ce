import type {MouseEventHandler, ReactNode} from 'react'
import {styled} from 'styled-components'

export interface Bar {
  key: string
  /** Length of the bar; negatives are drawn as 0. */
  value: number
  /** Read out and shown on hover: "Mon 3 Nov: ₹1,234.00". */
  label: string
  highlighted?: boolean
  /** What is behind the bar. */
  link?: {href: string; onClick: MouseEventHandler<HTMLElement>} | undefined
}

const Svg = styled.svg`
  display: block;
  width: 100%;
  overflow: visible;
  & rect {
    fill: var(--card-muted-fg-color);
    opacity: 0.45;
  }
  & rect[data-highlighted='true'] {
    fill: var(--card-link-fg-color);
    opacity: 1;
  }
  & a:focus-visible rect[data-bar] {
    stroke: var(--card-focus-ring-color);
  }
  & g:hover rect[data-bar] {
    opacity: 1;
  }
  [dir='rtl'] & {
    transform: scaleX(-1);
  }
`

/** A small bar chart in the theme's own colours. The figure as text is the caller's to give: this is its picture. */
export function Bars({bars, height, title}: {bars: readonly Bar[]; height: number; title: string}) {
  const most = Math.max(1, ...bars.map((bar) => bar.value))
  const width = 100 / Math.max(1, bars.length)
  return (
    <Svg
      aria-label={title}
      height={height}
      preserveAspectRatio="none"
      role={bars.some(({link}) => link !== undefined) ? 'group' : 'img'}
      viewBox={`0 0 100 ${height}`}
    >
      {bars.map((bar, index) => {
        const size = Math.max(bar.value > 0 ? 2 : 1, (Math.max(0, bar.value) / most) * height)
        return (
          <BarLink bar={bar} key={bar.key}>
            <title>{bar.label}</title>
            <rect
              data-highlighted={bar.highlighted === true}
              data-bar=""
              height={size}
              rx={0.3}
              width={width * 0.72}
              x={index * width + width * 0.14}
              y={height - size}
            />
            <rect
              fillOpacity={0}
              height={height}
              style={{opacity: 0}}
              width={width}
              x={index * width}
              y={0}
            />
          </BarLink>
        )
      })}
    </Svg>
  )
}

function BarLink({bar, children}: {bar: Bar; children: ReactNode}) {
  if (bar.link === undefined) return <g>{children}</g>
  return (
    <a {...bar.link} aria-label={bar.label}>
      <g>{children}</g>
    </a>
  )
}
