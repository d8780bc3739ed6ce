import type {SanityClient} from '@sanity/client'
import {looseObject, parse, string, type InferOutput} from 'valibot'

const document = looseObject({_id: string(), _type: string(), _rev: string()})

export type ExportedDocument = InferOutput<typeof document>

/**
 * Every published document of the client's dataset, streamed line by line as the lake pages through them.
 * @throws Error with the lake's words when it refuses
 */
export async function exportDocuments(client: SanityClient): Promise<ExportedDocument[]> {
  const {url, dataset = '', token} = client.config()
  const response = await fetch(`${url}/data/export/${dataset}`, {
    headers: token === undefined ? {} : {authorization: `Bearer ${token}`},
  })
  if (!response.ok || response.body === null) {
    throw new Error(`The lake refuses to export ${dataset}: ${await refusal(response)}`)
  }
  const documents: ExportedDocument[] = []
  for await (const line of readLines(response.body)) {
    if (line.trim() === '') continue
    const exported = parse(document, JSON.parse(line))
    if (!/^(?:drafts|versions)\./.test(exported._id)) documents.push(exported)
  }
  return documents
}

async function refusal(response: Response): Promise<string> {
  const text = await response.text()
  const known = /"(?:description|message)":"([^"]+)"/.exec(text)
  return known?.[1] ?? `status ${response.status}`
}

async function* readLines(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const {done, value} = await reader.read()
    const lines = (rest + (value ?? '')).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
    if (done) break
  }
  yield rest
}
