import {DashboardIcon} from '@sanity/icons/Dashboard'
import {Badge} from '@sanity/ui'
import {styled} from 'styled-components'
import {useHasShop, useSanityAlerts} from '../../realtime/index.ts'

const Place = styled.span`
  position: relative;
  display: inline-flex;
`

const Count = styled.span`
  position: absolute;
  inset-block-start: -0.7em;
  inset-inline-start: 0.7em;
  pointer-events: none;
`

const MOST = 99

/** The tool's icon with the number of open alerts; bare where no shop is around, such as a workspace without it. */
export function AlertToolIcon() {
  return useHasShop() ? <CountedIcon /> : <DashboardIcon />
}

function CountedIcon() {
  const {count} = useSanityAlerts()
  return (
    <Place>
      <DashboardIcon />
      {count > 0 && (
        <Count aria-hidden data-testid="shop-icon-count">
          <Badge fontSize={0} tone="critical">
            {toCountText(count)}
          </Badge>
        </Count>
      )}
    </Place>
  )
}

export function toCountText(count: number): string {
  return count > MOST ? `${MOST}+` : String(count)
}
