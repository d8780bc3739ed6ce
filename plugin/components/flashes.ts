import {css} from 'styled-components'

/**
 * How an element looks while it has `data-flash`. Not a tone of `Card`: @sanity/ui reckons the colours of a tone when it
 * is first used, 36 ms of the frame that shows the first change of a visit.
 */
export const flashes = css`
  transition: background-color 600ms ease-out;
  @media (prefers-reduced-motion: reduce) {
    transition: none;
  }
  &[data-flash] {
    background-color: color-mix(in srgb, var(--card-focus-ring-color) 12%, var(--card-bg-color));
  }
`
