import {Readable} from 'node:stream'
import type {DocumentAccess} from '../../access/grants.ts'
import {idOf, type LakeContext, param} from '../context.ts'
import type {Route} from '../router.ts'

const pageSize = 500

/** `data/export`: every readable document, one JSON object a line, in the order of the ids. */
export function exportRoutes(context: LakeContext): Route[] {
  return [
    {
      method: 'GET',
      path: '/data/export/:dataset',
      answer: (request) => {
        const dataset = context.requireDataset(param(request, 'dataset'))
        const access = context.access.reader(request.identity, dataset)
        const types = request.query.get('types')?.split(',') ?? null
        return {
          type: 'text',
          status: 200,
          headers: {'content-type': 'application/x-ndjson; charset=utf-8'},
          body: Readable.from(exportLines(context, dataset.name, access, types)),
        }
      },
    },
  ]
}

async function* exportLines(
  {engine}: LakeContext,
  dataset: string,
  access: DocumentAccess,
  types: readonly string[] | null,
) {
  const ofTypes = types === null ? '' : ' && _type in $types'
  let last = ''
  for (;;) {
    // In turn: a page begins where the one before ended.
    const {result} = await engine.query({
      dataset,
      query: `*[_id > $last${ofTypes}] | order(_id asc) [0...${pageSize}]`,
      params: {last, types},
      perspective: 'raw',
      readFilter: access.readFilter,
      identity: access.author,
    })
    const page: readonly unknown[] = Array.isArray(result) ? result : []
    for (const document of page) yield `${JSON.stringify(document)}\n`
    const lastId = idOf(page.at(-1))
    if (page.length < pageSize || lastId === null) return
    last = lastId
  }
}
