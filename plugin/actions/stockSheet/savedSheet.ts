import * as v from 'valibot'
import type {FormStorage} from '../createBill/savedBillForm.ts'
import type {Sheet, SheetMode} from './sheet.ts'

const savedSheet = v.object({
  key: v.pipe(v.string(), v.minLength(1)),
  mode: v.picklist(['receive', 'return', 'count']),
  lines: v.array(
    v.object({product: v.string(), quantity: v.string(), cost: v.string(), countedAt: v.string()}),
  ),
  reference: v.string(),
  reason: v.string(),
})

const stored = v.pipe(v.string(), v.parseJson(), savedSheet)

/** A begun round survives a closed dialog and a reloaded tab, with its key and the time of every count. */
export function createSavedSheet(storage: FormStorage, place: string, mode: SheetMode) {
  const name = `sanity-plugin-shop.sheet.${mode}.${place}`
  return {
    load(): Sheet | undefined {
      const result = v.safeParse(stored, storage.getItem(name))
      return result.success ? result.output : undefined
    },
    save(sheet: Sheet): void {
      if (sheet.lines.length > 0) storage.setItem(name, JSON.stringify(sheet))
      else storage.removeItem(name)
    },
    clear(): void {
      storage.removeItem(name)
    },
  }
}
