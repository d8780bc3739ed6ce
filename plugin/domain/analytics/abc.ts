import {multiplyDivide} from '../money.ts'
import type {SoldProduct} from './soldProducts.ts'

export type AbcClass = 'a' | 'b' | 'c'

export interface AbcRow extends SoldProduct {
  /** Basis points of all net sales, and of those up to this product. */
  share: number
  cumulated: number
  abc: AbcClass
}

/** Basis points of the net sales that A, and A with B, make up. */
export const ABC_LIMITS = {a: 8_000, b: 9_500} as const

/**
 * ABC analysis by net sales: in order of sales a product is A while those before it make less than 80 %, B below 95 %,
 * else C. What sold nothing, or was returned more than sold, is C.
 */
export function abcAnalysis(sold: Iterable<SoldProduct>): readonly AbcRow[] {
  const ranked = [...sold].toSorted((a, b) => b.net - a.net || (a.product < b.product ? -1 : 1))
  const whole = ranked.reduce((sum, {net}) => sum + Math.max(0, net), 0)
  let before = 0
  return ranked.map((product) => {
    const abc = product.net <= 0 ? 'c' : classOf(multiplyDivide(before, 10_000, whole))
    before += Math.max(0, product.net)
    return {
      ...product,
      share: whole > 0 ? multiplyDivide(Math.max(0, product.net), 10_000, whole) : 0,
      cumulated: whole > 0 ? multiplyDivide(before, 10_000, whole) : 0,
      abc,
    }
  })
}

function classOf(before: number): AbcClass {
  if (before < ABC_LIMITS.a) return 'a'
  return before < ABC_LIMITS.b ? 'b' : 'c'
}
