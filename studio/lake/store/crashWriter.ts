import {writeSync} from 'node:fs'
import {openLakeStore} from './open.ts'

/**
 * A process for the crash test: commits for ever to the directory of its argument, several requests at once, and
 * prints the id of each transaction once it is acknowledged. It ends only by being killed.
 */
const directory = process.argv[2]
if (directory === undefined) throw new Error('Usage: crashWriter.ts <directory>')
const store = openLakeStore({directory})
store.createDataset('shop', 'private')
await store.commit('shop', {
  author: 'writer',
  mutations: [{createIfNotExists: {_id: 'counter', _type: 'counter', n: 0}}],
})

const CLERKS = 12
await Promise.all(Array.from({length: CLERKS}, (_, clerk) => sell(clerk)))

async function sell(clerk: number): Promise<void> {
  for (let count = 0; ; count += 1) {
    const id = `${process.pid}-${clerk}-${count}`
    await store.commit('shop', {
      author: 'writer',
      transactionId: id,
      mutations: [
        {create: {_id: `bill.${id}`, _type: 'bill', text: 'x'.repeat(500)}},
        {create: {_id: `line.${id}`, _type: 'line', bill: {_ref: `bill.${id}`}}},
        {patch: {id: 'counter', inc: {n: 1}}},
      ],
    })
    writeSync(1, `${id}\n`)
  }
}
