import {forkJoin, map, of} from 'rxjs'
import type {Observable} from 'rxjs'
import type {MissingDocument, Suspicion} from '../../domain/proof/suspicion.ts'
import type {LivePort} from '../port.ts'

export const missingKey = (missing: MissingDocument): string =>
  missing.kind === 'entry' ? missing.id : `${missing.series} ${missing.sequence}`

/** A request each; what is left is asked for the next time. */
const AT_ONCE = 50

type Answers = ReadonlyMap<string, boolean>

/** Whether the lake has what is missing among the held documents, by `missingKey`; known answers are kept. */
export function askForMissing(
  port: LivePort,
  suspicions: readonly Suspicion[],
  known: Answers,
): Observable<Answers> {
  const missing = new Map<string, MissingDocument>()
  for (const suspicion of suspicions) {
    if (suspicion.missing === undefined) continue
    const key = missingKey(suspicion.missing)
    if (!known.has(key) && missing.size < AT_ONCE) missing.set(key, suspicion.missing)
  }
  if (missing.size === 0) return of(known)
  const asked = [...missing.values()]
  return forkJoin([askForEntries(port, asked), ...askForPapers(port, asked)]).pipe(
    map((answers) => new Map([...known, ...answers.flatMap((one) => [...one])])),
  )
}

function askForEntries(port: LivePort, asked: readonly MissingDocument[]): Observable<Answers> {
  const ids = asked.flatMap((one) => (one.kind === 'entry' ? [one.id] : []))
  if (ids.length === 0) return of(new Map())
  return port
    .getDocuments(ids)
    .pipe(map((found) => new Map(ids.map((id) => [id, found.get(id) !== undefined]))))
}

function askForPapers(port: LivePort, asked: readonly MissingDocument[]): Observable<Answers>[] {
  const bySeries = new Map<string, number[]>()
  for (const one of asked) {
    if (one.kind !== 'paper') continue
    bySeries.set(one.series, [...(bySeries.get(one.series) ?? []), one.sequence])
  }
  return [...bySeries].map(([series, sequences]) =>
    port
      .fetchSequences(series, sequences)
      .pipe(
        map(
          (found) =>
            new Map(
              sequences.map((sequence) => [`${series} ${sequence}`, found.includes(sequence)]),
            ),
        ),
      ),
  )
}
