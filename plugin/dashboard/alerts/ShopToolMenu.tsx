import {BellIcon} from '@sanity/icons/Bell'
import {Badge, Button, Flex} from '@sanity/ui'
import type {ToolMenuProps} from 'sanity'
import {useTranslation} from 'sanity'
import {StateLink} from 'sanity/router'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useSanityAlerts} from '../../realtime/index.ts'
import {toCountText} from './AlertToolIcon.tsx'

/** The Studio shows tools without icons where there is room for their names: there the count stands beside them. */
export function ShopToolMenu(props: ToolMenuProps) {
  if (props.context === 'sidebar') return props.renderDefault(props)
  return (
    <Flex align="center">
      {props.renderDefault(props)}
      <AlertNavbarLink />
    </Flex>
  )
}

function AlertNavbarLink() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {count} = useSanityAlerts()
  if (count === 0) return null
  return (
    <Button
      aria-label={t('alerts.navbar', {count})}
      as={StateLink}
      data-testid="shop-alert-count"
      mode="bleed"
      padding={2}
      state={{tool: 'dashboard', dashboard: {view: 'realtime'}}}
    >
      <Flex align="center" gap={1}>
        <BellIcon />
        <Badge fontSize={0} tone="critical">
          {toCountText(count)}
        </Badge>
      </Flex>
    </Button>
  )
}
