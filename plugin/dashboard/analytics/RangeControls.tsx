import {Box, Button, Flex, Select, Text, TextInput} from '@sanity/ui'
import {useId, useMemo} from 'react'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import {GRAINS, rangeBefore} from '../../domain/analytics/periods.ts'
import type {DayRange, Grain} from '../../domain/analytics/periods.ts'
import {isDay} from '../../domain/calendar.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopSnapshot} from '../../realtime/index.ts'
import {useViewParams} from '../useViewParams.ts'
import {presetOf, presetRange, PRESETS} from './range.ts'

export interface RangeControlsProps {
  range: DayRange
  by: Grain
  today: string
}

/** Which days, in which periods; says what they are compared with. */
export function RangeControls({range, by, today}: RangeControlsProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const {set} = useViewParams()
  const first = useFirstDay(today)
  const before = rangeBefore(range)
  const ids = {preset: useId(), by: useId()}
  const choose = (name: string) => {
    const preset = PRESETS.find((known) => known === name)
    if (preset !== undefined) set({...presetRange(preset, today, first), by: undefined})
  }
  return (
    <Flex align="center" gap={3} wrap="wrap">
      <Box>
        <Select
          aria-label={t('analytics.range')}
          fontSize={1}
          id={ids.preset}
          onChange={({currentTarget: {value}}) => choose(value)}
          padding={2}
          value={presetOf(range, today, first) ?? ''}
        >
          <option value="">{t('analytics.range.own')}</option>
          {PRESETS.map((preset) => (
            <option key={preset} value={preset}>
              {t(`analytics.range.${preset}`)}
            </option>
          ))}
        </Select>
      </Box>
      <DayInput
        label={t('analytics.from')}
        onChange={(from) => set({from, to: range.to < from ? from : range.to})}
        value={range.from}
      />
      <DayInput
        label={t('analytics.to')}
        onChange={(to) => set({from: range.from > to ? to : range.from, to})}
        value={range.to}
      />
      <Flex align="center" aria-label={t('analytics.by')} gap={1} role="group">
        {GRAINS.map((grain) => (
          <Button
            aria-pressed={grain === by}
            fontSize={1}
            key={grain}
            mode="bleed"
            onClick={() => set({...range, by: grain})}
            padding={2}
            selected={grain === by}
            text={t(`analytics.by.${grain}`)}
          />
        ))}
      </Flex>
      <Text muted size={1}>
        {t('analytics.compared', {from: format.day(before.from), to: format.day(before.to)})}
      </Text>
    </Flex>
  )
}

function DayInput(props: {label: string; value: string; onChange: (day: string) => void}) {
  const id = useId()
  return (
    <Flex align="center" gap={2}>
      <Text as="label" htmlFor={id} muted size={1}>
        {props.label}
      </Text>
      <TextInput
        fontSize={1}
        id={id}
        onChange={({currentTarget: {value}}) => {
          if (isDay(value)) props.onChange(value)
        }}
        padding={2}
        radius={2}
        type="date"
        value={props.value}
      />
    </Flex>
  )
}

/** The first day on which anything was sold; today before that. */
function useFirstDay(today: string): string {
  const summaries = useShopSnapshot(({daySummaries}) => daySummaries)
  return useMemo(() => {
    let first = today
    for (const {day} of summaries.values()) if (isDay(day) && day < first) first = day
    return first
  }, [summaries, today])
}
