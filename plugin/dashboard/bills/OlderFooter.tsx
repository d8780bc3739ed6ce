import {Button, Flex, Spinner, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {OlderBills} from '../../realtime/index.ts'

export interface OlderFooterProps {
  /** Absent when there is no more to be shown. */
  label: string | undefined
  onClick: () => void
  state?: Pick<OlderBills, 'loading' | 'error' | 'unreadable'>
}

/** Below the table: more bills from before the live ones, and how loading them goes. */
export function OlderFooter({label, onClick, state}: OlderFooterProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const unreadable = state?.unreadable.length ?? 0
  return (
    <Flex align="center" gap={3} paddingBottom={4} paddingX={[3, 3, 4]} wrap="wrap">
      {label !== undefined && (
        <Button data-testid="shop-older-bills" mode="ghost" onClick={onClick} text={label} />
      )}
      {state?.loading === true && (
        <Flex align="center" gap={2} role="status">
          <Spinner muted />
          <Text muted size={1}>
            {t('bills.older.loading')}
          </Text>
        </Flex>
      )}
      {state?.error && (
        <Text role="alert" size={1}>
          {state.error.message}
        </Text>
      )}
      {unreadable > 0 && (
        <Text muted size={1}>
          {t('bills.older.unreadable', {count: unreadable})}
        </Text>
      )}
    </Flex>
  )
}
