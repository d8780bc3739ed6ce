import {css, styled} from 'styled-components'
import {flashes} from '../../components/flashes.ts'
import {rowBadge, rowCheckbox} from './rowParts.ts'

/** Of a row in one line, px. */
export const ROW_HEIGHT = 40

/** Wide: one column of the grid each. Narrow: the row is a card, the first cell its title. */
export const rowGrid = css`
  display: grid;
  grid-template-columns: minmax(0, 2.2fr) repeat(var(--shop-columns), minmax(0, 1fr));
  &[data-selectable] {
    grid-template-columns: 20px minmax(0, 2.2fr) repeat(var(--shop-columns), minmax(0, 1fr));
  }
  gap: 4px 16px;
  align-items: center;
  @container shop (min-width: 720px) {
    height: ${ROW_HEIGHT}px;
  }
  @container shop (max-width: 719px) {
    row-gap: 8px;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    & > :first-child {
      grid-column: 1 / -1;
    }
    &[data-selectable] {
      grid-template-columns: 20px repeat(2, minmax(0, 1fr));
      & > * {
        grid-column: auto / span 1;
      }
      & > :first-child {
        grid-column: 1;
        grid-row: 1 / span 6;
        align-self: start;
      }
      & > :nth-child(2) {
        grid-column: 2 / -1;
      }
    }
  }
`

/**
 * What the rows stand in: it styles them and their cells, which are plain elements. A table of ten thousand rows renders
 * new ones in every frame while it scrolls, and styled components in them took longer than a frame lasts.
 */
export const RowsFrame = styled.div`
  position: relative;
  & [role='row'] {
    ${rowGrid}
    position: absolute;
    inset-inline: 0;
    contain: layout style;
    box-sizing: border-box;
    padding: 8px 12px;
    border-bottom: 1px solid var(--card-border-color);
    cursor: pointer;
    ${flashes}
  }
  & [role='row']:focus-visible {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: -2px;
  }
  & [role='gridcell'] {
    min-width: 0;
    color: var(--card-fg-color);
    font: var(--shop-row-font);
    font-variant-numeric: tabular-nums;
  }
  & [data-cell] {
    overflow: clip;
    overflow-clip-margin: 4px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @container shop (min-width: 1100px) {
    & [data-short] {
      overflow: visible;
    }
  }
  & [data-numeric] {
    text-align: end;
  }
  ${rowCheckbox}
  ${rowBadge}
  @container shop (min-width: 720px) {
    & [role='gridcell']:not([data-cell]) {
      display: flex;
    }
  }
  @container shop (max-width: 719px) {
    & [role='row'] {
      align-items: start;
    }
    & [data-cell]:empty::after {
      content: '–' / '';
    }
    & [data-title] {
      font-weight: 500;
    }
    & [data-numeric] {
      text-align: start;
    }
    & [data-label]:not([data-title])::before {
      content: attr(data-label) / '';
      display: block;
      color: var(--card-muted-fg-color);
      font: var(--shop-label-font);
    }
  }
`
