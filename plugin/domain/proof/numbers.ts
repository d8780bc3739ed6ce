import {seriesId} from '../ids.ts'
import {compare} from './difference.ts'
import type {Difference} from './difference.ts'
import {groupBy} from './groupBy.ts'
import type {ShopRecords} from './readDocuments.ts'

/** Per series: the issued sequences are exactly 1…n, no number is given twice, and the counter stands at n. */
export function proveNumbers({bill, creditNote, series}: ShopRecords): Difference[] {
  const papers = [...bill, ...creditNote]
  const bySeries = groupBy(papers, (paper) => paper.series)
  const counters = new Map(series.map((one) => [one.name, one]))
  const names = new Set([...bySeries.keys(), ...counters.keys()])
  const sequences = [...names].flatMap((name) => {
    const issued = (bySeries.get(name) ?? []).toSorted((a, b) => a.sequence - b.sequence)
    const counter = counters.get(name)
    const id = counter?._id ?? seriesId(name)
    return [
      ...issued.flatMap(({_id, number, sequence}, index) =>
        compare({kind: 'number', id: _id, path: 'sequence', label: number}, index + 1, sequence),
      ),
      ...compare(
        {kind: 'number', id, path: 'last', label: `Series ${name}`},
        issued.length,
        counter?.last,
      ),
    ]
  })
  const byNumber = groupBy(papers, (paper) => `${paper._type} ${paper.number}`)
  const doubles = [...byNumber.values()].flatMap((same) =>
    compare(
      {
        kind: 'number',
        id: same[0]?._id ?? '',
        path: 'number',
        label: `Papers numbered ${same[0]?.number ?? ''}`,
      },
      1,
      same.length,
    ),
  )
  return [...sequences, ...doubles]
}
