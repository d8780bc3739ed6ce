import {firstValueFrom} from 'rxjs'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {User} from '../../plugin/domain/documents.ts'
import {createShopStore} from '../../plugin/live/createShopStore.ts'
import {createLivePort} from '../../plugin/live/port.ts'
import {readUsers} from '../../plugin/live/readHistory.ts'
import {startTestLake} from '../rig/lake.ts'
import type {TestLake} from '../rig/lake.ts'
import {untilSnapshot} from './untilSnapshot.ts'

let lake: TestLake

beforeEach(async () => {
  lake = await startTestLake()
})
afterEach(() => lake.close())

const bounds = {billsFrom: '2026-01-01', entriesFrom: '2026-01-01'}
const details = {
  address: '7 Lake View\nKochi',
  taxId: '32FGHIJ5678K1Z2',
  notes: 'pays late',
  command: {operation: 'users.create', key: 'k', hash: 'h'},
}
const row = {
  name: 'Meera Nair',
  role: 'customer',
  phone: '+91 98765 00000',
  email: 'meera@example.com',
  creditLimit: 500_000,
  paymentTermDays: 30,
  isActive: true,
}

const createUser = (_id: string) => lake.client().create({_id, _type: 'user', ...row, ...details})

/** What a live view says of a user beside what every document has. */
function contentOf(user: object | undefined) {
  const {_id, _type, _rev, _createdAt, _updatedAt, ...content}: Record<string, unknown> = {...user}
  return content
}

describe('customers as they are held', () => {
  it('are rows without address, tax number, notes and command, however they came', async () => {
    await createUser('early')
    const store = createShopStore({client: lake.client()})
    await store.ready
    await createUser('late')
    await untilSnapshot(store, ({users}) => users.has('late'))
    const patch = {phone: '+91 98765 00009', address: '8 Lake View'}
    await lake.client().patch('early').set(patch).commit()
    await untilSnapshot(store, ({users}) => users.get('early')?.phone === patch.phone)
    const {users} = store.getSnapshot()
    expect(contentOf(users.get('late'))).toEqual(row)
    expect(contentOf(users.get('early'))).toEqual({...row, phone: patch.phone})
    store.destroy()
  })

  it('are the same by page, by what has changed and by id, and a page carries nothing else', async () => {
    await createUser('full')
    await lake.client().create({_id: 'bare', _type: 'user', name: 'Ravi'})
    const port = createLivePort(lake.client())
    const page = await firstValueFrom(port.fetchPage({part: 'users', bounds, after: '', limit: 10}))
    const changes = await firstValueFrom(
      port.fetchChanges({bounds, since: '2026-01-01T00:00:00Z', ids: [], isFull: false}),
    )
    const byId = await firstValueFrom(port.getDocuments(['bare', 'full']))
    expect(page.map(contentOf)).toEqual([{name: 'Ravi'}, row])
    expect(changes.documents.toSorted((a, b) => (a._id < b._id ? -1 : 1))).toEqual(page)
    expect([byId.get('bare'), byId.get('full')]).toEqual(page)
  })

  it('are read whole, page by page, for papers and files', async () => {
    const transaction = lake.client().transaction()
    const ids = Array.from({length: 1_001}, (_, index) => `user-${String(index).padStart(5, '0')}`)
    for (const _id of ids) transaction.create({_id, _type: 'user', ...row, ...details})
    await transaction.commit()
    const pages: (readonly User[])[] = []
    for await (const {documents, unreadable} of readUsers(lake.client())) {
      expect(unreadable).toEqual([])
      pages.push(documents)
    }
    expect(pages.map(({length}) => length)).toEqual([500, 500, 1])
    expect(pages.flat().map(({_id}) => _id)).toEqual(ids)
    expect(pages.flat().every(({address}) => address === details.address)).toBe(true)
  })
})
