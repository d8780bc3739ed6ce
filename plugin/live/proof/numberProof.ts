import type {Series} from '../../domain/documents.ts'
import {seriesId} from '../../domain/ids.ts'
import {proveHeldCounter, proveHeldNumber} from '../../domain/proof/heldShop.ts'
import type {HeldFrom} from '../../domain/proof/heldShop.ts'
import type {Paper} from '../../domain/proof/numbers.ts'
import {createNumberedGroups} from './numberedGroups.ts'
import type {Subjects} from './subjects.ts'

/** The numbers given per series, against each other and against the counter. */
export function createNumberProof(subjects: Subjects) {
  const counters = new Map<string, Series>()
  const papers = createNumberedGroups<Paper>((paper) => paper.series)

  return {
    moveSeries(before: Series | undefined, after: Series | undefined): void {
      for (const series of [before, after]) if (series) papers.touch(series.name)
      if (before !== undefined) counters.delete(before.name)
      if (after !== undefined) counters.set(after.name, after)
    },
    movePaper(id: string, before: Paper | undefined, after: Paper | undefined): void {
      papers.move(before, after)
      if (after === undefined) subjects.report(`number of ${id}`, [])
    },
    waiting: papers.waiting,
    cost: papers.cost,
    isPending: (name: string, pending: ReadonlySet<string>): boolean => pending.has(seriesId(name)),
    judge(name: string, _from: HeldFrom, limit: number): void {
      papers.judge(
        name,
        limit,
        (paper, chain) => {
          subjects.report(`number of ${paper._id}`, proveHeldNumber(paper, chain))
        },
        (chain) => {
          subjects.report(`series ${name}`, proveHeldCounter(name, counters.get(name), chain))
        },
      )
    },
  }
}
