import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {CustomerAccount, ShopDocument} from '../../../plugin/domain/documents.ts'
import {buildStatement, readStatementRecords} from '../../../plugin/domain/statement.ts'
import {statementOfCustomerQuery} from '../../../plugin/queries.ts'
import {sized} from '../../rig/size.ts'
import {createRandom, newSeed, randomInteger} from '../random.ts'
import {startTestShop} from '../shopRig.ts'
import type {TestShop} from '../shopRig.ts'
import {
  checkAppendOnly,
  checkBalances,
  checkBillsUntouched,
  checkLedger,
  checkNumbers,
  checkTotals,
} from './checks.ts'
import {act, sellTooMuch, settleWorld} from './randomShop.ts'
import type {World} from './randomShop.ts'

interface Step {
  what: string
  documents: readonly ShopDocument[]
}

const HISTORIES = sized(2, 12)
const LENGTH = sized(60, 150)
const seeds = Array.from({length: HISTORIES}, (_, index) => newSeed() + index)

describe.each(seeds)(
  'after every commit of a random history, seed %i (TEST_SEED repeats it)',
  (seed) => {
    let shop: TestShop
    let world: World
    let steps: Step[]

    beforeAll(async () => {
      const random = createRandom(seed)
      shop = await startTestShop()
      world = await settleWorld(shop, random)
      const tax = {
        defaultRate: 1800,
        included: random() < 0.5,
        rounding: random() < 0.5 ? 'line' : 'bill',
      }
      const cashRounding = random() < 0.5 ? 1 : 100
      await shop.client.patch('shopSettings.shop').set({tax, cashRounding}).commit()
      steps = [{what: 'opened', documents: await shop.documents()}]
      for (let step = 1; step <= LENGTH; step++) {
        const doStep = step === LENGTH / 2 ? sellTooMuch : act
        const what = await doStep(world, `step ${step}`)
        steps.push({what: `seed ${seed}, ${what}`, documents: await shop.documents()})
      }
    })
    afterAll(() => {
      steps = []
      return shop.close()
    })

    const expectAlways = (check: (step: Step, before: Step | undefined) => string[]) => {
      for (const [index, step] of steps.entries()) {
        expect(check(step, steps[index - 1]), step.what).toEqual([])
      }
    }

    it('1 stockLevel = Σ its ledger, sequences are 1…n and every balanceAfter chains', () => {
      expectAlways(({documents}) => checkLedger(documents))
    })

    it('5 issued numbers per series are exactly 1…n in order of issue; failures consume none', () => {
      expect(steps.some(({what}) => what.endsWith('bill: out-of-stock'))).toBe(true)
      expectAlways(({documents}) => checkNumbers(documents))
    })

    it("6 an issued bill's _rev never changes", () => {
      expectAlways(({documents}, before) => checkBillsUntouched(before?.documents ?? [], documents))
    })

    it('7 lines − discounts + tax + rounding = total, in integers; tax per rate sums to the tax', () => {
      expectAlways(({documents}) => checkTotals(documents))
    })

    it('8 paid + credited + balance = total; credits per line ≤ sold', () => {
      expectAlways(({documents}) => checkBalances(documents))
    })

    it('11 the ledger is append-only; every entry has actor, reason, source, time', () => {
      expectAlways(({documents}, before) => checkAppendOnly(before?.documents ?? [], documents))
    })

    it('what is refused leaves everything as it was', () => {
      for (const [index, {what, documents}] of steps.entries()) {
        if (index === 0 || what.endsWith(': done')) continue
        expect(documents, what).toEqual(steps[index - 1]?.documents)
      }
    })

    it('every list of objects has its _keys, once each', () => {
      const lists = (value: unknown): unknown[][] => {
        if (Array.isArray(value)) return [value, ...value.flatMap(lists)]
        return typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(lists)
          : []
      }
      const documents = steps.at(-1)?.documents ?? []
      const found = documents.flatMap((document) => Object.values(document).flatMap(lists))
      const ofObjects = found
        .map((list) => list.filter((item) => typeof item === 'object' && !Array.isArray(item)))
        .filter((list) => list.length > 0)
      expect(ofObjects.length).toBeGreaterThan(10)
      for (const list of ofObjects) {
        const keys = list.flatMap((item) => (isKeyed(item) ? [item._key] : []))
        expect(keys).toHaveLength(list.length)
        expect(new Set(keys).size).toBe(keys.length)
      }
    })

    it('the whole shop is proved, and a statement ends at what the account says', async () => {
      expect(await shop.differences()).toEqual([])
      const timeZone = 'Asia/Kolkata'
      for (const {_id} of world.customers) {
        const answer = await shop.client.fetch(statementOfCustomerQuery, {customer: _id})
        const records = readStatementRecords(answer)
        const account = await shop.client.fetch<CustomerAccount | null>(
          '*[_type == "customerAccount" && customer._ref == $id][0]',
          {id: _id},
        )
        const all = buildStatement(records, {from: '2000-01-01', to: '2100-01-01', timeZone})
        expect(all.closing).toBe((account?.owed ?? 0) - (account?.credit ?? 0))
        const days = [...new Set(all.lines.map(({day}) => day))]
        const random = createRandom(seed)
        const turn = days[randomInteger(random, 0, days.length - 1)] ?? '2026-01-01'
        for (const to of [...days, '2100-01-01']) {
          const {aging, credit, closing} = buildStatement(records, {from: turn, to, timeZone})
          const open = Object.values(aging).reduce((sum, amount) => sum + amount, 0)
          if (to >= turn) expect(open - credit, `seed ${seed}, to ${to}`).toBe(closing)
        }
      }
    })
  },
)

function isKeyed(item: unknown): item is {_key: string} {
  return (
    typeof item === 'object' && item !== null && '_key' in item && typeof item._key === 'string'
  )
}
