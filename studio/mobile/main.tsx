import '@sanity/ui/styles.css'
import {StrictMode} from 'react'
import {createRoot} from 'react-dom/client'
import {loadRefusalWords} from 'sanity-plugin-shop/realtime'
import {connectListenSocket} from '../browser/connectListenSocket.ts'
import {readSession} from '../browser/session.ts'
import {createMobileClient, fetchActor} from './client.ts'
import {MobileApp} from './MobileApp.tsx'
import {Message} from './Message.tsx'
import {textsFor} from './texts.ts'
import {RefusalContext} from './TextsContext.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no element with the id "root".')
const texts = textsFor(navigator.languages)
document.documentElement.lang = texts.locale
document.documentElement.dir = texts.direction
const page = createRoot(root)

async function open(): Promise<void> {
  const session = readSession()
  connectListenSocket(session.lakeUrl)
  const client = createMobileClient(session)
  const [actor, refusal] = await Promise.all([fetchActor(client), loadRefusalWords(texts.locale)])
  page.render(
    <StrictMode>
      <RefusalContext value={refusal}>
        <MobileApp actor={actor} client={client} options={session.shop} texts={texts} />
      </RefusalContext>
    </StrictMode>,
  )
}

open().catch((error: unknown) => {
  page.render(<Message text={error instanceof Error ? error.message : String(error)} />)
})
