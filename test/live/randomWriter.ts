import type {SanityClient} from '@sanity/client'
import {createHistory} from './lakeHistory.ts'
import type {Move} from './lakeHistory.ts'
import type {Content} from './sampleDocuments.ts'

export interface RandomWriterOptions {
  client: () => SanityClient
  random: () => number
  /** One document: its id and what becomes of it (`null`: deleted). */
  write: (random: () => number) => {id: string; after: Content | null}
}

/** Commits random transactions one after the other and keeps the history of what the lake has taken. */
export function createRandomWriter({client, random, write}: RandomWriterOptions) {
  const history = createHistory()
  const current = new Map<string, Move['after']>()
  let count = 0

  const movesOf = (transactionId: string): Move[] => {
    const moves = new Map<string, Move>()
    const size = 1 + Math.floor(random() * 4)
    for (let index = 0; index < size; index++) {
      const {id, after} = write(random)
      const before = current.get(id)
      // a type cannot be changed: the id is given away first
      const isGone = after === null || (before !== undefined && before._type !== after._type)
      if (isGone && before === undefined) continue
      const document = isGone ? undefined : {...after, _id: id, _rev: transactionId}
      moves.set(id, {id, before, after: document})
    }
    return [...moves.values()]
  }

  const send = async (transactionId: string, moves: readonly Move[]): Promise<boolean> => {
    const transaction = client().transaction()
    for (const {id, after} of moves) {
      if (after === undefined) transaction.delete(id)
      else {
        const {_rev: _ours, ...content} = after
        transaction.createOrReplace(content)
      }
    }
    return transaction.commit({transactionId, visibility: 'async'}).then(
      () => true,
      () => false,
    )
  }

  return {
    history,
    /** Resolves when it is known whether the lake has taken it; `untilUp` waits for a lake that was killed. */
    async commit(untilUp: () => Promise<void>): Promise<void> {
      const transactionId = `w${++count}-${Math.floor(random() * 1e9)}`
      const moves = movesOf(transactionId)
      if (moves.length === 0) return
      // before it is sent: its events may come before its answer
      history.add(transactionId, moves)
      if (!(await send(transactionId, moves))) {
        await untilUp()
        if (!(await wasTaken(client(), transactionId, moves))) {
          history.takeBack(transactionId)
          return
        }
      }
      for (const {id, after} of moves) current.set(id, after)
    },
  }
}

/** An answer that was lost says nothing: the documents do. */
async function wasTaken(
  client: SanityClient,
  transactionId: string,
  moves: readonly Move[],
): Promise<boolean> {
  const documents = await client.getDocuments(moves.map(({id}) => id))
  return moves.every(({after}, index) =>
    after === undefined ? documents[index] === null : documents[index]?._rev === transactionId,
  )
}
