import {sample} from './sampleDocuments.ts'
import type {Content} from './sampleDocuments.ts'

/** One document of a small shop, and what becomes of it (`null`: deleted). Some ids go from one type to another. */
export function randomShopWrite(
  random: () => number,
  today: string,
): {id: string; after: Content | null} {
  const number = Math.floor(random() * 5)
  const some = Math.floor(random() * 40)
  const ids = [`p${number}`, `bill.${number}`, `drafts.p${number}`, `b${number}`]
  const writes = [
    {id: `p${number}`, after: sample.product(`P${number}`, {price: some})},
    {id: `stockLevel.p${number}`, after: sample.level(`p${number}`, some - 5, some)},
    {id: `bill.${number}`, after: sample.bill(`B-${number}`, 100 * some, today)},
    {id: `billBalance.${number}`, after: sample.balance(`bill.${number}`, 100 * some, 0, today)},
    {id: `drafts.p${number}`, after: sample.product('draft')},
    {id: `versions.r1.p${number}`, after: sample.product('version')},
    {id: `b${number}`, after: sample.brand(`Brand ${some}`)},
    {id: `b${number}`, after: {...sample.brand(`Category ${some}`), _type: 'category'}},
    // of a type that no listener sees
    {id: `b${number}`, after: {_type: 'note', title: `Note ${some}`}},
    {id: ids[some % ids.length] ?? 'p0', after: null},
  ]
  return writes[Math.floor(random() * writes.length)] ?? {id: 'p0', after: null}
}
