import {useMemo} from 'react'
import {IntentLink} from 'sanity/router'
import type {ProductCover} from '../../../domain/analytics/productCover.ts'
import type {FigureColumn} from '../FigurePanel.tsx'
import {useColumns} from '../useColumns.ts'

type Name =
  | 'product'
  | 'sku'
  | 'on-hand'
  | 'sold'
  | 'cover'
  | 'sell-through'
  | 'value'
  | 'reorder-level'
  | 'proposal'

/** Columns of products with their cover. */
export function useCoverColumns(names: readonly Name[]): readonly FigureColumn<ProductCover>[] {
  const columns = useColumns()
  const all = useMemo(() => {
    const unitOf = ({product}: ProductCover) => product.unit
    return new Map<Name, FigureColumn<ProductCover>>([
      [
        'product',
        {
          ...columns.text('product', ({product}: ProductCover) => product.name),
          render: ({product}) => (
            <IntentLink intent="edit" params={{id: product._id, type: 'product'}}>
              {product.name}
            </IntentLink>
          ),
        },
      ],
      ['sku', columns.text('sku', ({product}) => product.sku)],
      ['on-hand', columns.quantity('on-hand', ({onHand}) => onHand, unitOf)],
      ['sold', columns.quantity('sold', ({sold}) => sold, unitOf)],
      ['cover', columns.count('cover', ({coverDays}) => coverDays)],
      ['sell-through', columns.rate('sell-through', ({sellThrough}) => sellThrough)],
      ['value', columns.money('value', ({value}) => value)],
      [
        'reorder-level',
        columns.quantity('reorder-level', ({product}) => product.reorderLevel ?? 0, unitOf),
      ],
      ['proposal', columns.quantity('proposal', ({proposal}) => proposal, unitOf)],
    ])
  }, [columns])
  return useMemo(() => names.flatMap((name) => all.get(name) ?? []), [names, all])
}
