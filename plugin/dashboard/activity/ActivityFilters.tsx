import {Box, Select, TextInput} from '@sanity/ui'
import {useMemo, useState} from 'react'
import {useTranslation, useUser} from 'sanity'
import {ACTIVITY_KINDS} from '../../domain/activity.ts'
import {isDay} from '../../domain/calendar.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {Activity} from '../../realtime/index.ts'
import type {useActivityFilter} from './useActivityFilter.ts'

export interface ActivityFiltersProps {
  asked: ReturnType<typeof useActivityFilter>
  activity: Activity
}

/** By kind, by person, by day. */
export function ActivityFilters({asked, activity}: ActivityFiltersProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const people = usePeople(activity, asked.person)
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
          {people.map(([id, name]) =>
            name === undefined ? (
              <PersonOption id={id} key={id} />
            ) : (
              <option key={id} value={id}>
                {name}
              </option>
            ),
          )}
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

/** Someone known by id alone: the project knows the name. */
function PersonOption({id}: {id: string}) {
  const [user] = useUser(id)
  return <option value={id}>{user?.displayName ?? id}</option>
}

/**
 * Everyone seen since the view was opened, so that choosing one leaves the others to choose: first who stands in the
 * documents, with their names; then who is known by id from the history of edits.
 */
function usePeople({items, editors}: Activity, chosen: string | undefined) {
  const [seen, setSeen] = useState<ReadonlyMap<string, string | undefined>>(new Map())
  const fresh = useMemo(() => {
    const ids = [...editors, ...(chosen === undefined ? [] : [chosen])]
    const known = new Map<string, string | undefined>(ids.map((id) => [id, undefined]))
    for (const {by} of items) if (by !== undefined) known.set(by.id, by.name)
    return [...known].filter(
      ([id, name]) => !seen.has(id) || (seen.get(id) ?? name) !== seen.get(id),
    )
  }, [items, editors, chosen, seen])
  if (fresh.length > 0) setSeen(new Map([...seen, ...fresh]))
  return [...seen].toSorted(([, a], [, b]) => (a ?? '\uffff').localeCompare(b ?? '\uffff'))
}
