import {LabelsDialog} from '../../actions/papers/LabelsDialog.lazy.ts'
import {ShopDialog} from '../../actions/shared/ShopDialog.tsx'
import {StockSheetDialog} from '../../actions/stockSheet/StockSheetDialog.lazy.ts'
import {usePreload} from '../../components/lazyComponent.tsx'

/** What is being done with the chosen products; focus returns to `button` afterwards. */
export interface StockTask {
  kind: 'receive' | 'count' | 'labels'
  /** With how much of each the sheet begins, smallest steps; absent: nothing is proposed. */
  products: readonly {product: string; quantity?: number}[]
  button: HTMLElement
}

const DIALOGS = [StockSheetDialog, LabelsDialog]

/** The dialog of a task. It stands beside the table: rows that leave the choice do not take it along. */
export function StockDialog({task, onDone}: {task: StockTask | undefined; onDone: () => void}) {
  usePreload(DIALOGS, true)
  if (task === undefined) return null
  const {kind, products, button} = task
  const close = () => {
    onDone()
    button.focus()
  }
  return (
    <ShopDialog>
      {kind === 'labels' ? (
        <LabelsDialog ids={products.map(({product}) => product)} onClose={close} />
      ) : (
        <StockSheetDialog mode={kind} onClose={close} products={products} />
      )}
    </ShopDialog>
  )
}
