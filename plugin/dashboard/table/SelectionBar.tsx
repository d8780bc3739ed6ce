import {Button, Card, Flex, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'

export interface SelectionBarProps {
  selected: number
  onClear: () => void
  /** What can be done with them. */
  children: ReactNode
}

/** How many rows are chosen and what can be done with all of them. */
export function SelectionBar({selected, onClear, children}: SelectionBarProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <Card
      aria-label={t('table.selection')}
      border
      padding={2}
      paddingLeft={3}
      radius={3}
      role="toolbar"
      tone="primary"
    >
      <Flex align="center" gap={2} wrap="wrap">
        <Text role="status" size={1} weight="medium">
          {t('table.selected', {count: selected})}
        </Text>
        {children}
        <Button
          fontSize={1}
          mode="bleed"
          onClick={onClear}
          padding={2}
          text={t('table.unselect')}
        />
      </Flex>
    </Card>
  )
}
