import {hashText} from '../../domain/ids.ts'
import type {CreateBillCommand} from '../../operations/commands.ts'
import {useSanityOperations, useShopSnapshot} from '../../realtime/index.ts'
import type {BillForm} from './billForm.ts'
import {toParked, toTyped} from './parkedSale.ts'

/** Puts the sale aside, complete or not, under the customer's name, else under its first line. */
export function useParkBill() {
  const users = useShopSnapshot((snapshot) => snapshot.users)
  const products = useShopSnapshot((snapshot) => snapshot.products)
  const {bills} = useSanityOperations()
  return async (form: BillForm, command: Omit<CreateBillCommand, 'key'> | undefined) => {
    const [first] = form.lines
    const customer = form.customer === undefined ? undefined : users.get(form.customer)?.name
    const named = products.get(first?.product ?? '')?.name ?? first?.name.trim()
    const title = [customer, named].find((text) => text !== undefined && text !== '')
    const content = command === undefined ? toTyped(form) : toParked(command)
    await bills.park({
      // The same sale changed and parked again is another document, which replaces the first.
      key: `park.${form.key}.${hashText(JSON.stringify(content))}`,
      ...(title === undefined ? {} : {title: title.slice(0, 200)}),
      content,
    })
  }
}
