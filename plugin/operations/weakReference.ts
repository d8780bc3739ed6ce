import type {WeakReference} from '../domain/documents.ts'

export function weakReference(id: string): WeakReference {
  return {_type: 'reference', _ref: id, _weak: true}
}
