import {isArray, isObject} from './json.ts'

interface Reference {
  to: string
  weak: boolean
}

/**
 * The references of a document to documents of the same dataset: every `_ref` at any depth, one entry per target,
 * strong when any reference to that target is. Cross-dataset and global references are none of ours.
 */
export function collectReferences(document: unknown): ReadonlyMap<string, Reference> {
  const found = new Map<string, Reference>()
  const open: unknown[] = [document]
  while (open.length > 0) {
    const value = open.pop()
    if (isArray(value)) {
      for (const item of value) if (typeof item === 'object') open.push(item)
    } else if (isObject(value)) {
      if (typeof value._ref === 'string') addReference(found, value._ref, value)
      for (const name of Object.keys(value))
        if (typeof value[name] === 'object') open.push(value[name])
    }
  }
  return found
}

function addReference(
  found: Map<string, Reference>,
  to: string,
  value: Record<string, unknown>,
): void {
  if (to === '' || '_dataset' in value || '_projectId' in value || to.includes(':')) return
  const weak = value._weak === true && found.get(to)?.weak !== false
  found.set(to, {to, weak})
}
