import type {SanityClient} from '@sanity/client'
import {asyncScheduler, catchError, defer, distinctUntilChanged, map, of, repeat, timer} from 'rxjs'
import type {Observable, SchedulerLike} from 'rxjs'
import {isRecord} from './wire.ts'

/** Who can read the dataset without a token; `unknown` where the project does not tell this account. */
export type DatasetAccess = 'private' | 'public' | 'unknown'

const AGAIN_MS = 15 * 60_000

type DatasetClient = Pick<SanityClient, 'config'> & {
  observable: {datasets: {list: () => Observable<unknown>}}
}

/** Asks the project now and every quarter of an hour: a dataset can be opened and closed while the shop runs. */
export function observeDatasetAccess(
  client: DatasetClient,
  scheduler: SchedulerLike = asyncScheduler,
): Observable<DatasetAccess> {
  const {dataset} = client.config()
  return defer(() => client.observable.datasets.list()).pipe(
    map((answer) => accessOf(answer, dataset)),
    // a refusal is an answer: most roles may not list datasets
    catchError(() => of<DatasetAccess>('unknown')),
    repeat({delay: () => timer(AGAIN_MS, scheduler)}),
    distinctUntilChanged(),
  )
}

function accessOf(answer: unknown, dataset: string | undefined): DatasetAccess {
  const all: unknown[] = Array.isArray(answer) ? answer : []
  const mine = all.filter(isRecord).find(({name}) => name === dataset)
  return mine?.aclMode === 'public' || mine?.aclMode === 'private' ? mine.aclMode : 'unknown'
}
