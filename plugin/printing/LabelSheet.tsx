import type {ShopFormat} from '../components/format.ts'
import type {Product} from '../domain/documents.ts'
import {Barcode} from './Codes.tsx'

export interface LabelSheetProps {
  products: readonly Product[]
  /** Of each, from 1 on. */
  copies: number
  format: ShopFormat
}

/** Three labels a row of an A4 sheet; what has neither barcode nor SKU goes without bars. */
export function LabelSheet({products, copies, format}: LabelSheetProps) {
  return (
    <ul className="labels">
      {products.flatMap((product) =>
        Array.from({length: copies}, (_, copy) => (
          <li key={`${product._id} ${copy}`}>
            <strong>{product.name}</strong>
            <span className="price">
              {format.money(product.price)}
              {product.unit.decimals > 0 && ` / ${product.unit.name}`}
            </span>
            <Bars product={product} />
          </li>
        )),
      )}
    </ul>
  )
}

function Bars({product: {barcode, sku}}: {product: Product}) {
  const code = [barcode, sku].find((text) => text !== undefined && text !== '')
  return code === undefined ? null : <Barcode value={code} />
}
