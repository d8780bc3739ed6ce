import * as v from 'valibot'
import type {FieldIssue} from '../domain/errors.ts'

/** What is wrong, by field: of a field that is wrong in several ways, the first. */
export function toFieldIssues(found: readonly v.BaseIssue<unknown>[]): FieldIssue[] {
  const byPath = new Map<string, FieldIssue>()
  for (const issue of found) {
    const path = v.getDotPath(issue) ?? ''
    if (!byPath.has(path)) byPath.set(path, {path, message: issue.message})
  }
  return [...byPath.values()]
}

export function inSentence(issues: readonly FieldIssue[]): string {
  return issues.map(({path, message}) => `${path} ${message}`.trim()).join('; ')
}
