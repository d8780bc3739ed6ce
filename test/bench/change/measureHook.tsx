import type {SanityClient} from '@sanity/client'
import {useMemo} from 'react'
import {createRoot} from 'react-dom/client'
import {of, Subject} from 'rxjs'
import {defineConfig, StudioProvider} from 'sanity'
import {useListeningQuery} from 'sanity-plugin-utils'
import {embeddedLake} from '../../../studio/browser/embeddedLake.ts'
import {answeringClient} from './answeringClient.ts'
import {deriveFigures} from './deriveFigures.ts'
import {createChanges, eventText} from './fixture.ts'
import type {Fixture} from './fixture.ts'
import {measureCpu, wait} from './measureCpu.ts'

const QUERY = '*[_type in ["product", "stockLevel"]]'

/** The Studio refetches at most once a second, and long lists take longer: changes further apart are one refetch each. */
const APART_MS = 1_050

export interface HookCost {
  /** CPU time of each change, µs. */
  times: number[]
  /** The answer of the last change. */
  answer: string
  event: string
}

/** `useListeningQuery` of sanity-plugin-utils in a real Studio: its document store, its client, its React. */
export async function measureHook(
  client: SanityClient,
  fixture: Fixture,
  rounds: number,
): Promise<HookCost> {
  const changes = createChanges(fixture)
  const events = new Subject<unknown>()
  const answerNow = () => JSON.stringify({query: QUERY, result: changes.held(), ms: 12})
  let answer = answerNow()
  let fetches = 0
  const {element, unmount} = mountStudio(
    answeringClient(client, {
      listen: (query) => (query === QUERY ? events : undefined),
      fetch: (query) => {
        if (query !== QUERY) return undefined
        fetches += 1
        const {result}: {result: unknown} = JSON.parse(answer)
        return of(result)
      },
    }),
  )
  while (!events.observed) await wait(20)
  events.next({type: 'welcome', listenerName: 'l'})
  while (!element.textContent?.includes('stock')) await wait(20)

  const times: number[] = []
  let event = ''
  for (let round = 0; round < rounds; round++) {
    await wait(APART_MS + fixture.documents.length / 50)
    const {before, after} = changes.next()
    answer = answerNow()
    event = eventText(before, after, false)
    const shown = element.textContent
    const asked = fetches
    times.push(
      await measureCpu(
        () => events.next({type: 'mutation', ...JSON.parse(event)}),
        () => fetches > asked && element.textContent !== shown,
      ),
    )
  }
  unmount()
  return {times, answer, event}
}

function mountStudio(client: SanityClient) {
  const element = document.body.appendChild(document.createElement('div'))
  const user = {id: 'bench', name: 'Bench', email: '', role: 'administrator', roles: []}
  const config = defineConfig({
    ...embeddedLake({
      lakeUrl: client.config().apiHost,
      projectId: 'local',
      dataset: 'production',
      token: 'none',
      shop: {},
    }),
    auth: {state: of({authenticated: true, currentUser: user, client})},
    schema: {types: []},
  })
  const root = createRoot(element)
  root.render(
    <StudioProvider config={config} unstable_noAuthBoundary>
      <HookFigures />
    </StudioProvider>,
  )
  return {element, unmount: () => root.unmount()}
}

function HookFigures() {
  const {data} = useListeningQuery<readonly unknown[]>(QUERY, {initialValue: []})
  const figures = useMemo(() => deriveFigures(data), [data])
  return <i>{`stock ${figures.stockValue} low ${figures.lowStock.length}`}</i>
}
