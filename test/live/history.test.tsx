import './installDom.ts'
import {render, screen} from '@testing-library/react'
import {StrictMode} from 'react'
import type {ReactNode} from 'react'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {
  SanityRealtimeProvider,
  useOlderBills,
  useProductLedger,
} from '../../plugin/realtime/index.ts'
import type {ProxiedLake} from './proxiedLake.ts'
import {shows, startReactRig, textOf} from './reactRig.ts'
import {sample} from './sampleDocuments.ts'

let rig: ProxiedLake

beforeEach(async () => {
  rig = await startReactRig()
})
afterEach(() => rig.close())

function show(children: ReactNode) {
  render(
    <StrictMode>
      <SanityRealtimeProvider client={rig.client()}>{children}</SanityRealtimeProvider>
    </StrictMode>,
  )
}

async function createBills(from: number, to: number) {
  const transaction = rig.lake.client().transaction()
  for (let number = from; number <= to; number++) {
    const issuedAt = `2020-01-${String(number).padStart(2, '0')}T10:00:00Z`
    const bill = {...sample.bill(`B-${number}`, 100, issuedAt.slice(0, 10)), issuedAt}
    transaction.create({_id: `bill.${number}`, ...bill})
  }
  await transaction.commit()
}

function Bills() {
  const {documents, unreadable, hasMore, loadMore} = useOlderBills({pageSize: 3})
  return (
    <>
      <i data-testid="bills">{documents.map(({number}) => number).join()}</i>
      <i data-testid="unreadable">{unreadable.join()}</i>
      <button data-testid="more" disabled={!hasMore} onClick={loadMore} type="button" />
    </>
  )
}

describe('what is older than the live working set', () => {
  it('bills come page by page, newest first, and stay up to date without a connection of their own', async () => {
    await createBills(1, 5)
    show(<Bills />)
    await shows('bills', 'B-5,B-4,B-3')
    screen.getByTestId('more').click()
    await shows('bills', 'B-5,B-4,B-3,B-2,B-1')
    await createBills(6, 6)
    await shows('bills', 'B-6,B-5,B-4,B-3,B-2,B-1')
    expect(rig.proxy.listened()).toBe(1)
  })

  it('a malformed bill is named, not shown and not counted', async () => {
    await createBills(1, 2)
    await rig.lake.client().patch('bill.2').set({totals: 'many'}).commit()
    show(<Bills />)
    await shows('bills', 'B-1')
    expect(textOf('unreadable')).toBe('bill.2')
  })

  it("a product's whole ledger comes newest first, live, and follows another product", async () => {
    const entry = (product: string, sequence: number) => ({
      _id: `stockTransaction.${product}.${sequence}`,
      ...sample.entry(product, sequence, 1, '2020-01-01'),
    })
    for (const sequence of [1, 2, 3]) await rig.lake.client().create(entry('p1', sequence))
    await rig.lake.client().create(entry('p2', 1))
    const Ledger = ({product}: {product: string}) => {
      const {documents} = useProductLedger(product, {pageSize: 2})
      return <i data-testid={product}>{documents.map(({sequence}) => sequence).join()}</i>
    }
    show(
      <>
        <Ledger product="p1" />
        <Ledger product="p2" />
      </>,
    )
    await shows('p1', '3,2')
    await shows('p2', '1')
    await rig.lake.client().create(entry('p1', 4))
    await shows('p1', '4,3')
    expect(rig.proxy.listened()).toBe(1)
  })
})
