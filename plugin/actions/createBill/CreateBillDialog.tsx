import {LoadingBill} from '../bill/LoadingBill.tsx'
import {useBillPapers} from '../papers/useBillPapers.ts'
import {useShopReady} from '../shared/useShop.ts'
import {TillDialog} from './TillDialog.tsx'
import type {BillStart} from './useBillForm.ts'

export interface CreateBillDialogProps extends Omit<BillStart, 'again'> {
  /** Id of a bill whose goods are sold once more. */
  again?: string
  onClose: () => void
}

const TEST_ID = 'shop-create-bill-dialog'

/** The till: products in, bill out, by keyboard or scanner. Opens only on a complete snapshot: nothing has a price before. */
export default function CreateBillDialog({again, ...props}: CreateBillDialogProps) {
  const ready = useShopReady()
  if (!ready) return <LoadingBill onClose={props.onClose} />
  return again === undefined ? (
    <TillDialog {...props} testId={TEST_ID} />
  ) : (
    <AgainDialog {...props} again={again} />
  )
}

function AgainDialog({again, ...props}: CreateBillDialogProps & {again: string}) {
  const loaded = useBillPapers(again)
  const paper = loaded.state === 'ready' ? loaded.papers.paper : undefined
  return paper?._type === 'bill' ? (
    <TillDialog {...props} again={paper} testId={TEST_ID} />
  ) : (
    <LoadingBill onClose={props.onClose} />
  )
}
