import type {DocumentActionComponent, DocumentActionsContext} from 'sanity'
import {createGuardedAction} from './createGuardedAction.tsx'
import type {RemovalKind} from './createGuardedAction.tsx'

const GUARDED_TYPES: ReadonlySet<string> = new Set(['product', 'brand', 'category', 'user'])

/** An action keeps its state only as long as it stays the same function. */
const guarded = new WeakMap<DocumentActionComponent, DocumentActionComponent>()

/**
 * For `document.actions`: *Delete* and *Unpublish* of what bills and stock may refer to first ask what does, and refuse in
 * words. References of bills are weak, so that the lake alone would let a product of theirs be deleted.
 */
export function guardRemovals(
  prev: readonly DocumentActionComponent[],
  {schemaType}: Pick<DocumentActionsContext, 'schemaType'>,
): DocumentActionComponent[] {
  if (!GUARDED_TYPES.has(schemaType)) return [...prev]
  return prev.map((action) =>
    action.action === 'delete' || action.action === 'unpublish'
      ? guardedBy(action, action.action)
      : action,
  )
}

function guardedBy(action: DocumentActionComponent, kind: RemovalKind): DocumentActionComponent {
  const known = guarded.get(action)
  if (known !== undefined) return known
  const made = createGuardedAction(action, kind)
  guarded.set(action, made)
  return made
}
