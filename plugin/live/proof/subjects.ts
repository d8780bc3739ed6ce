import type {Suspicion} from '../../domain/proof/suspicion.ts'

/** What is suspected, by subject (the id of a document, the name of a series); subjects that prove take no room. */
export function createSubjects() {
  const suspicions = new Map<string, readonly Suspicion[]>()
  let moved = new Set<string>()
  return {
    all: (): ReadonlyMap<string, readonly Suspicion[]> => suspicions,
    /** The subjects of which something else is suspected than at the last call. */
    takeMoved(): ReadonlySet<string> {
      const taken = moved
      moved = new Set()
      return taken
    },
    report(subject: string, found: readonly Suspicion[]): void {
      if (found.length > 0) suspicions.set(subject, found)
      else if (suspicions.size === 0 || !suspicions.delete(subject)) return
      moved.add(subject)
    },
  }
}

export type Subjects = ReturnType<typeof createSubjects>
