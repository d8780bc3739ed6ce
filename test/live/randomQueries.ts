import type {ListeningQuery} from '../../plugin/live/listeningQuery.ts'
import {randomInteger} from '../operations/random.ts'
import {sample} from './sampleDocuments.ts'
import type {Content} from './sampleDocuments.ts'

export const pick = <T>(random: () => number, items: readonly [T, ...T[]]): T =>
  items[randomInteger(random, 0, items.length - 1)] ?? items[0]

/** Filters, references, subqueries, text search, several types, types beyond the shop, and how they are shown. */
export function randomQuery(random: () => number): ListeningQuery {
  const number = randomInteger(random, 0, 4)
  const filter = pick(random, [
    '_type == "product" && price > $price',
    '_type == "product" && !(price > $price) && isActive == true',
    '_type == "product" && (price < $price || name == $name)',
    '_type == "product" && brand._ref == $brand',
    '_type == "product" && defined(brand)',
    '_type == "product" && brand->name == $name',
    '_type == "product" && references($brand)',
    '_type == "product" && name match "p*"',
    '_type == "product" && price == *[_type == "brand"][0].rank',
    '_type == "brand" && name in ["Brand 1", "Brand 3"]',
    '_type == "brand" && count(*[_type == "product" && references(^._id)]) > 1',
    '_type in ["brand", "note"] && defined(name)',
    '_type == "note" && name == $name',
    '_type == $type && name >= $name',
    '_id in ["p1", "p3", "b2"]',
    'name == $name',
    '_type == "product" && url == "https://shop.example"',
  ])
  const shown = pick(random, [
    (source: string) => `count(${source})`,
    (source: string) => `${source} | order(_id)._id`,
    (source: string) => `${source} | order(name desc, _id)[0...3]{_id, name, price}`,
    (source: string) => `${source} | order(_id){_id, name, "brand": brand->name}`,
    (source: string) => `{"all": count(*), "some": ${source} | order(_id)._id}`,
  ])
  const perspective = pick(random, ['published', 'published', 'raw', 'drafts'] as const)
  return {
    query: shown(`*[${filter}]`),
    params: {
      price: number * 10,
      name: `Brand ${number}`,
      brand: `b${number}`,
      type: pick(random, ['product', 'brand', 'note']),
    },
    options: {perspective},
  }
}

/** One of few documents, most of them of one type; those whose id begins with `x` change it. */
export function randomChange(random: () => number): {id: string; after: Content | null} {
  const number = randomInteger(random, 0, 4)
  const name = pick(random, [`P${number}`, `Brand ${number}`])
  const brand = {_type: 'reference', _ref: `b${randomInteger(random, 0, 4)}`, _weak: true}
  const note = {_type: 'note', name}
  const product = sample.product(name, {
    url: 'https://shop.example',
    price: randomInteger(random, 0, 5) * 10,
    isActive: random() < 0.7,
    ...(random() < 0.6 ? {brand} : {}),
  })
  const ranked = sample.brand(name, {rank: randomInteger(random, 0, 5) * 10})
  return pick(random, [
    {id: `p${number}`, after: product},
    {id: `p${number}`, after: product},
    {id: `drafts.p${number}`, after: product},
    {id: `b${number}`, after: ranked},
    {id: `n${number}`, after: note},
    {id: `x${number}`, after: pick(random, [product, ranked, note])},
    {id: `${pick(random, ['p', 'drafts.p', 'b', 'n'])}${number}`, after: null},
  ])
}
