import {Mutation} from '@sanity/mutator'
import {locate} from '../path/locate.ts'
import {parsePath} from '../path/parse.ts'
import {updateAt} from './update.ts'

/** Applies a diff-match-patch text to every string at the path; anything else stays as it is. */
export function applyDiffMatchPatch(root: unknown, path: string, patch: string): unknown {
  let result = root
  for (const at of locate(root, parsePath(path), false)) {
    result = updateAt(result, at, (value) =>
      typeof value === 'string' ? patchText(value, patch) : value,
    )
  }
  return result
}

/** The mutator brings the same diff-match-patch as the Studio, with its UTF-8 offsets. */
function patchText(text: string, patch: string): unknown {
  const mutation = new Mutation({mutations: [{patch: {id: 'text', diffMatchPatch: {text: patch}}}]})
  return mutation.apply({_id: 'text', _type: 'text', text})?.text
}
