import {useTheme_v2} from '@sanity/ui'
import {css} from 'styled-components'

/** A plain checkbox that looks like the Studio's, whose styled parts take long in a row that scrolls into sight. */
export const rowCheckbox = css`
  & [role='gridcell'] > input[type='checkbox'] {
    position: relative;
    box-sizing: border-box;
    width: 17px;
    height: 17px;
    margin: 0;
    accent-color: var(--shop-input-fg);
  }
  @media not (forced-colors: active) {
    & [role='gridcell'] > input[type='checkbox'] {
      appearance: none;
      border: 1px solid var(--shop-input-border);
      border-radius: 3px;
      background: var(--shop-input-bg);
    }
    & [role='gridcell'] > input[type='checkbox']:checked {
      border-color: var(--shop-input-fg);
      background: var(--shop-input-fg);
    }
    & [role='gridcell'] > input[type='checkbox']:checked::before {
      content: '';
      position: absolute;
      top: 1.5px;
      left: 5px;
      box-sizing: border-box;
      width: 5px;
      height: 9px;
      border: solid var(--shop-input-bg);
      border-width: 0 1.5px 1.5px 0;
      rotate: 45deg;
    }
  }
  & [role='gridcell'] > input[type='checkbox']:focus-visible {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: 1px;
  }
`

const TONES = ['default', 'neutral', 'primary', 'positive', 'caution', 'critical'] as const

/** A plain word of state that looks like the Studio's badge. */
export const rowBadge = css`
  & [data-tone] {
    display: inline-block;
    padding: 0 4px;
    border-radius: 9999px;
    font: var(--shop-label-font);
  }
  ${TONES.map(
    (tone) => css`
      & [data-tone='${tone}'] {
        background: var(--card-badge-${tone}-bg-color);
        color: var(--card-badge-${tone}-fg-color);
      }
    `,
  )}
`

/** What rows need of the theme and cards do not give: custom properties for `RowsFrame`. */
export function useRowTheme(): Readonly<Record<`--shop-${string}`, string>> {
  const {font, color} = useTheme_v2()
  const {family, sizes} = font.text
  const fontOf = (size: {fontSize: number; lineHeight: number} | undefined) =>
    size === undefined ? '' : `${size.fontSize / 16}rem/${size.lineHeight / 16}rem ${family}`
  const {bg, border, fg} = color.input.default.enabled
  return {
    '--shop-row-font': fontOf(sizes[1]),
    '--shop-label-font': fontOf(sizes[0]),
    '--shop-input-bg': bg,
    '--shop-input-border': border,
    '--shop-input-fg': fg,
  }
}
