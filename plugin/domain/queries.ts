import {defineQuery} from 'groq'

/** What lies beyond the live working set, for `useListeningQuery` or `client.fetch`. Money in minor units. */

/** Bills of a customer, newest first. `$customer`: user id; `$limit`. */
export const billsOfCustomerQuery = defineQuery(
  `*[_type == "bill" && customer._ref == $customer] | order(issuedAt desc) [0...$limit]{_id, number, day, dueDate, customerName, "total": totals.total}`,
)

/** Bills of the days `$from` to `$to` (calendar days of the shop), newest first. `$limit`. */
export const billsOfDaysQuery = defineQuery(
  `*[_type == "bill" && day >= $from && day <= $to] | order(issuedAt desc) [0...$limit]{_id, number, day, dueDate, customerName, "total": totals.total}`,
)

/**
 * Whole bills of days before `$before`, newest first. `$customer`: user id, or `null` for all; `$limit`. `$after`: the
 * last bill of the page before as `{key: issuedAt, id: _id}`, `null` for the first page; `$until`: the last one of this
 * page, `null` when only the limit ends it.
 */
export const olderBillsQuery = defineQuery(
  `*[_type == "bill" && day < $before && ($customer == null || customer._ref == $customer) && ($after == null || issuedAt < $after.key || (issuedAt == $after.key && _id < $after.id)) && ($until == null || issuedAt > $until.key || (issuedAt == $until.key && _id >= $until.id))] | order(issuedAt desc, _id desc) [0...$limit]`,
)

/** What is paid and credited of bills. `$ids`: of `billBalance` documents. */
export const billBalancesQuery = defineQuery(`*[_type == "billBalance" && _id in $ids]`)

/** Bills whose number or customer matches `$search` (with `*` at its end), newest first. `$limit`. */
export const billSearchQuery = defineQuery(
  `*[_type == "bill" && (number match $search || customerName match $search)] | order(issuedAt desc) [0...$limit]{_id, number, day, dueDate, customerName, "total": totals.total}`,
)

/**
 * A product's ledger, newest first. `$product`; `$limit`. `$after`: the last entry of the page before as
 * `{key: sequence, id: _id}`, `null` for the first page; `$until`: the last one of this page, `null` when only the limit
 * ends it.
 */
export const ledgerOfProductQuery = defineQuery(
  `*[_type == "stockTransaction" && product._ref == $product && ($after == null || sequence < $after.key || (sequence == $after.key && _id < $after.id)) && ($until == null || sequence > $until.key || (sequence == $until.key && _id >= $until.id))] | order(sequence desc, _id desc) [0...$limit]`,
)

/** Sums of the days `$from` to `$to`, oldest first. */
export const daySummariesQuery = defineQuery(
  `*[_type == "daySummary" && day >= $from && day <= $to] | order(day asc)`,
)

/** Open balances, longest due first. */
export const openBalancesQuery = defineQuery(
  `*[_type == "billBalance" && balance > 0 && !defined(void)] | order(dueDate asc) [0...$limit]{_id, number, customerName, total, paid, credited, balance, dueDate}`,
)

/** What refers to a document. `$id`; `$limit`. */
export const referrersQuery = defineQuery(
  `*[references($id)] [0...$limit]{_id, _type, "label": coalesce(name, number, title, productName)}`,
)

/**
 * All papers and money of a customer, for `readStatementRecords` and `buildStatement` of `./core`. `$customer`: user id.
 * Whole, not by period: an opening balance is the sum of all that was before.
 */
export const statementOfCustomerQuery = defineQuery(
  `{
  "bills": *[_type == "bill" && customer._ref == $customer]{
    _id, number, day, dueDate, occurredAt, "total": totals.total
  },
  "voids": *[_type == "billBalance" && customer._ref == $customer && defined(void)]{
    "bill": bill._ref, "at": void.at, credited
  },
  "creditNotes": *[_type == "creditNote" && customer._ref == $customer]{
    _id, number, day, occurredAt, "total": totals.total, "bill": bill._ref
  },
  "payments": *[_type == "payment" && customer._ref == $customer]{
    _id, day, at, method, amount, bill, creditNote, reference
  }
}`,
)
