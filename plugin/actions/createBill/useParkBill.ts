import {useToast} from '@sanity/ui/toast'
import {useTranslation} from 'sanity'
import {hashText} from '../../domain/ids.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {CreateBillCommand} from '../../operations/commands.ts'
import {useSanityOperations, useShopSnapshot} from '../../realtime/index.ts'
import {toParked} from './parkedSale.ts'

/** Puts the sale aside under the customer's name, else under its first line. */
export function useParkBill() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const toast = useToast()
  const users = useShopSnapshot((snapshot) => snapshot.users)
  const products = useShopSnapshot((snapshot) => snapshot.products)
  const {bills} = useSanityOperations()
  return async (billKey: string, command: Omit<CreateBillCommand, 'key'>): Promise<void> => {
    const [first] = command.lines
    const customer = command.customer === undefined ? undefined : users.get(command.customer)?.name
    const firstName =
      first !== undefined && 'product' in first ? products.get(first.product)?.name : first?.name
    const title = customer ?? firstName
    const content = toParked(command)
    await bills.park({
      // The same sale changed and parked again is another document, which replaces the first.
      key: `park.${billKey}.${hashText(JSON.stringify(content))}`,
      ...(title === undefined ? {} : {title: title.slice(0, 200)}),
      content,
    })
    toast.push({
      status: 'success',
      title: t('parked.done'),
      description: t('parked.done-description'),
    })
  }
}
