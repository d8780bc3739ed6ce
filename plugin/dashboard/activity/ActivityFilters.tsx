import {Box, Select, TextInput} from '@sanity/ui'
import {useMemo, useState} from 'react'
import {useTranslation} from 'sanity'
import {ACTIVITY_KINDS} from '../../domain/activity.ts'
import type {ActivityItem} from '../../domain/activity.ts'
import {isDay} from '../../domain/calendar.ts'
import type {Actor} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {useActivityFilter} from './useActivityFilter.ts'

export interface ActivityFiltersProps {
  asked: ReturnType<typeof useActivityFilter>
  items: readonly ActivityItem[]
}

/** By kind, by person, by day. */
export function ActivityFilters({asked, items}: ActivityFiltersProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const people = usePeople(items, asked.person)
  return (
    <>
      <Box>
        <Select
          aria-label={t('activity.kind')}
          fontSize={1}
          onChange={({currentTarget: {value}}) =>
            asked.setKind(ACTIVITY_KINDS.find((kind) => kind === value))
          }
          padding={2}
          value={asked.kind ?? ''}
        >
          <option value="">{t('activity.kind.all')}</option>
          {ACTIVITY_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`activity.kind.${kind}`)}
            </option>
          ))}
        </Select>
      </Box>
      <Box>
        <Select
          aria-label={t('activity.person')}
          fontSize={1}
          onChange={({currentTarget: {value}}) => asked.setPerson(value === '' ? undefined : value)}
          padding={2}
          value={asked.person ?? ''}
        >
          <option value="">{t('activity.person.all')}</option>
          {people.map(({id, name}) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Box>
      <Box>
        <TextInput
          aria-label={t('activity.day')}
          fontSize={1}
          onChange={({currentTarget: {value}}) => {
            if (value === '') asked.setDay(undefined)
            else if (isDay(value)) asked.setDay(value)
          }}
          padding={2}
          radius={2}
          type="date"
          value={asked.day ?? ''}
        />
      </Box>
    </>
  )
}

/** Everyone seen since the view was opened, so that choosing one leaves the others to choose. */
function usePeople(items: readonly ActivityItem[], chosen: string | undefined): readonly Actor[] {
  const [seen, setSeen] = useState<ReadonlyMap<string, Actor>>(new Map())
  const fresh = useMemo(
    () => items.flatMap(({by}) => (by === undefined || seen.has(by.id) ? [] : [by])),
    [items, seen],
  )
  if (fresh.length > 0) setSeen(new Map([...seen, ...fresh.map((by) => [by.id, by] as const)]))
  const people = [...seen.values()].toSorted((a, b) => a.name.localeCompare(b.name))
  return chosen === undefined || seen.has(chosen) ? people : [...people, {id: chosen, name: chosen}]
}
