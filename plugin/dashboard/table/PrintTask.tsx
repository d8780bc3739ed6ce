import type {ComponentType} from 'react'
import {ShopDialog} from '../../actions/shared/ShopDialog.tsx'

/** Papers that are being printed; focus returns to `button` afterwards. */
export interface PrintTask {
  ids: readonly string[]
  button: HTMLElement
}

export interface PrintTaskDialogProps {
  task: PrintTask | undefined
  Dialog: ComponentType<{ids: readonly string[]; onClose: () => void}>
  onDone: () => void
}

/** Beside the table: rows that leave the choice do not take the dialog along. */
export function PrintTaskDialog({task, Dialog, onDone}: PrintTaskDialogProps) {
  if (task === undefined) return null
  const close = () => {
    onDone()
    task.button.focus()
  }
  return (
    <ShopDialog>
      <Dialog ids={task.ids} onClose={close} />
    </ShopDialog>
  )
}
