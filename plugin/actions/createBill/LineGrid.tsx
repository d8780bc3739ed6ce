import {styled} from 'styled-components'

/** One row below a head on a wide dialog; on a narrow one the item above its fields, each below a `label`. */
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
    align-self: start;
    & > :last-child {
      padding-block: 7px;
    }
  }
  & > .remove {
    justify-self: end;
  }
  &.head {
    display: none;
  }
  & .label {
    margin-bottom: 6px;
  }
  @container bill (min-width: 620px) {
    grid-template-columns: minmax(0, 1fr) 92px 104px 92px 110px 33px;
    & > .item,
    & > .amount {
      grid-column: auto;
    }
    & > .amount {
      align-self: center;
      & > :last-child {
        padding-block: 0;
      }
    }
    & > .remove {
      order: 1;
    }
    &.head {
      display: grid;
    }
    & .label {
      display: none;
    }
  }
`
