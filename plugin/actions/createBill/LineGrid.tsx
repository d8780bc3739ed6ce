import {styled} from 'styled-components'

/** One row on a wide dialog, item above its fields on a narrow one. */
export const LineGrid = styled.div`
  display: grid;
  gap: 8px;
  align-items: center;
  grid-template-columns: repeat(3, minmax(0, 1fr)) minmax(70px, auto);
  & > .item {
    grid-column: 1 / -2;
  }
  & > .amount {
    grid-column: 4;
  }
  & > .remove {
    justify-self: end;
  }
  &.head {
    display: none;
  }
  @container bill (min-width: 620px) {
    grid-template-columns: minmax(0, 1fr) 92px 104px 92px 110px 33px;
    & > .item,
    & > .amount {
      grid-column: auto;
    }
    & > .remove {
      order: 1;
    }
    &.head {
      display: grid;
    }
  }
`
