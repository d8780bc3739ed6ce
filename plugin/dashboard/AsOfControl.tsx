import {CloseIcon} from '@sanity/icons/Close'
import {Button, Flex, Text, TextInput} from '@sanity/ui'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {isDay} from '../domain/calendar.ts'
import {SHOP_NAMESPACE} from '../i18n/index.ts'
import {useAsOf} from './useAsOf.ts'
import {useShopSnapshot} from '../realtime/index.ts'

/** The day the figures are for; kept in the URL so that it can be sent to someone. */
export function AsOfControl() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const id = useId()
  const {day, setDay} = useAsOf()
  const shown = useShopSnapshot(({figures}) => figures.day)
  return (
    <Flex align="center" gap={2}>
      <Text as="label" htmlFor={id} muted size={1}>
        {t('as-of.label')}
      </Text>
      <TextInput
        data-testid="shop-as-of"
        fontSize={1}
        id={id}
        onChange={({currentTarget: {value}}) => {
          if (value === '') setDay(undefined)
          else if (isDay(value)) setDay(value)
        }}
        padding={2}
        radius={2}
        type="date"
        value={day ?? shown}
      />
      {day !== undefined && (
        <Button
          fontSize={1}
          icon={CloseIcon}
          mode="bleed"
          onClick={() => setDay(undefined)}
          padding={2}
          text={t('as-of.today')}
        />
      )}
    </Flex>
  )
}
