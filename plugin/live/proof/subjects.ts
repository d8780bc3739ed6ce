import type {Suspicion} from '../../domain/proof/suspicion.ts'

/** What is suspected, by subject (the id of a document, the name of a series); subjects that prove take no room. */
export function createSubjects() {
  const suspicions = new Map<string, readonly Suspicion[]>()
  return {
    all: (): ReadonlyMap<string, readonly Suspicion[]> => suspicions,
    report(subject: string, found: readonly Suspicion[]): void {
      if (found.length === 0) suspicions.delete(subject)
      else suspicions.set(subject, found)
    },
  }
}

export type Subjects = ReturnType<typeof createSubjects>
