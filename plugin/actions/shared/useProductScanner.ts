import {useState} from 'react'
import {useWedgeScanner} from '../../components/useWedgeScanner.ts'
import type {Product} from '../../domain/documents.ts'
import {useShopSnapshot} from '../../realtime/index.ts'
import {productsByCode} from './pickers.ts'

/** Scanned products, wherever the focus is; a code that is none of ours is told. */
export function useProductScanner(onProduct: (product: Product) => void) {
  const products = useShopSnapshot((snapshot) => snapshot.products)
  const [unknown, setUnknown] = useState<string>()
  const scan = (code: string) => {
    const product = productsByCode(products).get(code.toLowerCase())
    setUnknown(product === undefined ? code : undefined)
    if (product !== undefined) onProduct(product)
  }
  useWedgeScanner({
    isKnown: (code) => productsByCode(products).has(code.toLowerCase()),
    onScan: scan,
    onUnknown: setUnknown,
  })
  return {unknown, scan, forget: () => setUnknown(undefined)}
}
