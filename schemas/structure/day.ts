import type {StructureResolverContext} from 'sanity/structure'
import {dayOf, isTimeZone} from '../../plugin/domain/calendar.ts'
import {SETTINGS_ID} from '../../plugin/domain/ids.ts'
import {API_VERSION} from '../validation/unique.ts'

/** Today in the shop's time zone, asked when a list opens; UTC before the shop has settings. */
export async function shopToday(context: StructureResolverContext): Promise<string> {
  const zone: unknown = await context
    .getClient({apiVersion: API_VERSION})
    .fetch('*[_id == $id][0].timeZone', {id: SETTINGS_ID}, {tag: 'shop.structure-day'})
  return dayOf(
    new Date().toISOString(),
    typeof zone === 'string' && isTimeZone(zone) ? zone : 'UTC',
  )
}
