import {getPublishedId, type CustomValidator, type Reference} from 'sanity'
import {array, nullable, object, parse, string} from 'valibot'
import {sentence} from './sentences.ts'
import {API_VERSION} from './unique.ts'

/** Category id → id of its parent; absent: a top category. */
export type ParentById = ReadonlyMap<string, string>

/** True when making `parent` the parent of `category` would put the category below itself. */
export function wouldCycle(category: string, parent: string, parents: ParentById): boolean {
  const seen = new Set<string>()
  for (let at: string | undefined = parent; at !== undefined; at = parents.get(at)) {
    if (at === category) return true
    if (seen.has(at)) return false
    seen.add(at)
  }
  return false
}

/** Refuses a parent that stands below this category, however far down. */
export const noCategoryCycle: CustomValidator<Reference | undefined> = async (value, context) => {
  if (value?._ref === undefined || context.document === undefined) return true
  const category = getPublishedId(context.document._id)
  if (value._ref === category) return sentence('own-parent')
  const rows = parse(
    array(object({_id: string(), parent: nullable(string())})),
    await context
      .getClient({apiVersion: API_VERSION})
      .withConfig({perspective: 'drafts'})
      .fetch(
        '*[_type == "category" && defined(parent._ref)]{"_id": coalesce(_originalId, _id), "parent": parent._ref}',
        {},
        {tag: 'shop.validate-category'},
      ),
  )
  const parents = new Map(
    rows.flatMap(({_id, parent}): [string, string][] =>
      parent === null ? [] : [[getPublishedId(_id), parent]],
    ),
  )
  return wouldCycle(category, value._ref, parents) ? sentence('category-circle') : true
}
