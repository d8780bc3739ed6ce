import {getPublishedId, type CustomValidator, type ValidationContext} from 'sanity'
import {sentence} from './sentences.ts'
import type {Sentence} from './sentences.ts'

export const API_VERSION = '2025-02-19'

/** Refuses a value that another published or drafted document of the same type already has. */
export function uniqueValue(attribute: 'sku' | 'barcode'): CustomValidator<string | undefined> {
  return async (value, context) => {
    const document = context.document
    if (typeof value !== 'string' || value.trim() === '' || document === undefined) return true
    const other = await findOther(attribute, value, document._type, document._id, context)
    return other === undefined ? true : sentence(`${attribute}-taken`, {value, other})
  }
}

/** The raw perspective, so that a draft elsewhere counts as well; own draft and versions do not. */
async function findOther(
  attribute: 'sku' | 'barcode',
  value: string,
  type: string,
  id: string,
  context: ValidationContext,
): Promise<string | Sentence | undefined> {
  const published = getPublishedId(id)
  const client = context.getClient({apiVersion: API_VERSION}).withConfig({perspective: 'raw'})
  const found: unknown = await client.fetch(
    `*[_type == $type && ${attribute} == $value && !(_id in [$published, $draft]) && !(string::startsWith(_id, "versions.") && string::split(_id, ".")[-1] == $published)][0].name`,
    {type, value, published, draft: `drafts.${published}`},
    {tag: 'shop.validate-unique'},
  )
  if (found === null || found === undefined) return undefined
  return typeof found === 'string' && found !== '' ? found : sentence('nameless')
}
