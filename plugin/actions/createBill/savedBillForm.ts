import * as v from 'valibot'
import type {BillForm} from './billForm.ts'
import {hasContent} from './billForm.ts'
import {PAYMENT_METHODS, SERVICE_TYPES} from './choices.ts'

/** A form as it is kept: by this tab, or parked while it is not complete. */
export const savedForm = v.object({
  key: v.pipe(v.string(), v.minLength(1)),
  customer: v.optional(v.string()),
  lines: v.array(
    v.object({
      id: v.string(),
      product: v.optional(v.string()),
      name: v.string(),
      quantity: v.string(),
      price: v.string(),
      discount: v.string(),
    }),
  ),
  discount: v.string(),
  payments: v.array(
    v.object({
      id: v.string(),
      method: v.picklist(PAYMENT_METHODS),
      amount: v.string(),
    }),
  ),
  overpayment: v.optional(v.picklist(['change', 'credit']), 'change'),
  draft: v.optional(v.string()),
  dueDate: v.string(),
  serviceType: v.picklist(SERVICE_TYPES),
  notes: v.string(),
})

const stored = v.pipe(v.string(), v.parseJson(), savedForm)

/** Where a begun bill waits: the tab's `sessionStorage`, or anything like it. */
export type FormStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * A begun bill survives a closed dialog and a reloaded tab, with its key: a bill that was issued while the page
 * closed is found again and not issued twice. `place` tells the shop apart from others on the same origin.
 */
export function createSavedBillForm(storage: FormStorage, place: string) {
  const name = `sanity-plugin-shop.bill.${place}`
  return {
    load(): BillForm | undefined {
      const parsed = v.safeParse(stored, storage.getItem(name))
      if (parsed.success) return parsed.output
      storage.removeItem(name)
      return undefined
    },
    save(form: BillForm): void {
      if (hasContent(form)) storage.setItem(name, JSON.stringify(form))
      else storage.removeItem(name)
    },
    clear(): void {
      storage.removeItem(name)
    },
  }
}

export type SavedBillForm = ReturnType<typeof createSavedBillForm>
