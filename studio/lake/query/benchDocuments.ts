import type {FixtureDocument} from './fixture.ts'

/** What a shop's Studio and dashboard ask, and what is hard. */
export const benchQueries: readonly (readonly [
  name: string,
  query: string,
  params: Record<string, unknown>,
])[] = [
  ['by id', '*[_id == $id][0]', {id: 'product.17'}],
  [
    'by 50 ids',
    '*[_id in $ids]{_id, title}',
    {ids: Array.from({length: 50}, (_, index) => `product.${index * 7}`)},
  ],
  ['count of a type', 'count(*[_type == "bill"])', {}],
  [
    'filter, order, slice',
    '*[_type == "bill" && total > 5000] | order(date desc) [0...50]{_id, total}',
    {},
  ],
  [
    'bills of a day, customers',
    '*[_type == "bill" && date >= $from && date < $to] | order(date) {_id, total, lines, "customer": customer->{_id, name}}',
    {from: '2024-02-03', to: '2024-02-04'},
  ],
  [
    'bills with their customer',
    '*[_type == "bill" && total > 9000] | order(_id) [0...100]{_id, "name": customer->name}',
    {},
  ],
  ['references()', '*[references($id)]._id', {id: 'customer.3'}],
  [
    'a count per row',
    '*[_type == "customer"][0...20]{_id, "bills": count(*[_type == "bill" && references(^._id)])}',
    {},
  ],
  ['drafts by path', '*[_id in path("drafts.**")]._id', {}],
  [
    'search with scores',
    '*[_type == "product"] | score(boost(title match "lamp", 5), boost(title match "11*", 2)) [_score > 0]{_id, _score}',
    {},
  ],
  ['match', '*[_type == "product" && title match "lamp*"] | order(_id) [0...50]._id', {}],
]

/** A mixed dataset: customers, products, drafts and bills of four lines, one bill an hour from 2024 on. */
export function buildBenchDocuments(count: number): FixtureDocument[] {
  const customers = Math.max(60, Math.floor(count / 50))
  const words = ['lamp', 'cable', 'fuse', 'socket', 'switch', 'motor']
  return Array.from({length: count}, (_, index) => {
    if (index < customers)
      return {_id: `customer.${index}`, _type: 'customer', name: `Customer ${index}`}
    if (index % 4 === 0)
      return {
        _id: `product.${index}`,
        _type: 'product',
        title: `${words[index % 6]} ${index}`,
        price: (index * 37) % 900,
      }
    if (index % 97 === 0)
      return {_id: `drafts.product.${index}`, _type: 'product', title: `draft ${index}`}
    const customer = {_type: 'reference', _ref: `customer.${(index * 31) % customers}`}
    const lines = Array.from({length: 4}, (_line, line) => ({
      _key: `l${line}`,
      title: words[line],
      amount: (index * line) % 700,
    }))
    const date = new Date(Date.UTC(2024, 0, 1) + index * 3_600_000).toISOString()
    return {
      _id: `bill.${index}`,
      _type: 'bill',
      date,
      total: (index * 7919) % 10_000,
      customer,
      lines,
    }
  })
}
