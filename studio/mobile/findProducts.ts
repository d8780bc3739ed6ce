import type {Product} from 'sanity-plugin-shop/core'

const SHOWN = 6

/** Active products: those whose SKU or barcode it is, then those whose name, SKU or barcode holds all of its words. */
export function findProducts(
  products: Iterable<Product>,
  text: string,
  trackedOnly: boolean,
): readonly Product[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return []
  const words = wanted.split(/\s+/)
  const active = [...products].filter(
    ({isActive, trackStock}) => isActive && (trackStock || !trackedOnly),
  )
  const exact = active.filter(({sku, barcode}) =>
    [sku, barcode].some((code) => code?.toLowerCase() === wanted),
  )
  if (exact.length > 0) return exact
  return active
    .filter(({name, sku, barcode}) => {
      const all = `${name} ${sku} ${barcode ?? ''}`.toLowerCase()
      return words.every((word) => all.includes(word))
    })
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .slice(0, SHOWN)
}
