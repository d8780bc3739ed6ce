import {useEffect, useRef} from 'react'
import {useClient} from 'sanity'
import {useRouterState} from 'sanity/router'
import {useListeningQuery} from 'sanity-plugin-utils'
import {SanityRealtimeProvider, useDocument, useLiveStatus} from '../../../plugin/realtime/index.ts'
import {TARGET} from './target.ts'

const ways = {bare: BareStream, burst: BareBurst, live: LiveLayer, hook: ListeningQuery}
const isWay = (way: unknown): way is keyof typeof ways =>
  typeof way === 'string' && Object.hasOwn(ways, way)

/** `/follow/bare`, `/follow/burst`, `/follow/live`, `/follow/hook`. */
export function BenchTool() {
  const way = useRouterState((state) => state.way)
  const Way = isWay(way) ? ways[way] : BareStream
  return <Way />
}

interface NameProps {
  name: string | undefined
}

function Name({name}: NameProps) {
  return <p data-testid="name">{name ?? ''}</p>
}

/** The floor: a listener that writes one text node, without React. */
function BareStream() {
  const client = useClient({apiVersion: '2025-02-19'})
  const element = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const node = document.createTextNode('')
    element.current?.append(node)
    const subscription = client
      .listen(
        '*[_type == $type]',
        {type: 'product'},
        {visibility: 'query', events: ['welcome', 'mutation']},
      )
      .subscribe((event) => {
        if (event.type === 'welcome') node.data = 'ready'
        if (event.type === 'mutation' && event.documentId === TARGET) {
          node.data = String(event.result?.name)
        }
      })
    return () => {
      subscription.unsubscribe()
      node.remove()
    }
  }, [client])
  return <p data-testid="name" ref={element} />
}

/** What a burst takes at least: every event parsed, and once a frame how many there were as one text node. */
function BareBurst() {
  const client = useClient({apiVersion: '2025-02-19'})
  const element = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const node = document.createTextNode('')
    element.current?.append(node)
    let count = 0
    let frame: number | undefined
    const write = () => {
      frame = undefined
      node.data = String(count)
    }
    const subscription = client
      .listen(
        '*[_type == $type]',
        {type: 'stockLevel'},
        {visibility: 'query', events: ['welcome', 'mutation']},
      )
      .subscribe((event) => {
        if (event.type === 'mutation') count += 1
        frame ??= requestAnimationFrame(write)
      })
    return () => {
      subscription.unsubscribe()
      if (frame !== undefined) cancelAnimationFrame(frame)
      node.remove()
    }
  }, [client])
  return <p data-testid="events" ref={element} />
}

/** The live layer with a row of its own. */
function LiveLayer() {
  const client = useClient({apiVersion: '2025-02-19'})
  return (
    <SanityRealtimeProvider client={client}>
      <LiveRow />
    </SanityRealtimeProvider>
  )
}

function LiveRow() {
  const {name} = useLiveStatus()
  const product = useDocument('product', TARGET)
  return <Name name={name === 'live' ? product?.name : ''} />
}

interface NamedDocument {
  _id: string
  name: string
}

/** The hook of sanity-plugin-utils on the list that a table of products shows. */
function ListeningQuery() {
  const {data} = useListeningQuery<NamedDocument[]>('*[_type == "product"]', {initialValue: []})
  const product = Array.isArray(data) ? data.find(({_id}) => _id === TARGET) : undefined
  return <Name name={product?.name} />
}
