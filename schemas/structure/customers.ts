import {AddUserIcon} from '@sanity/icons/AddUser'
import {ArchiveIcon} from '@sanity/icons/Archive'
import {ClockIcon} from '@sanity/icons/Clock'
import {CogIcon} from '@sanity/icons/Cog'
import {CreditCardIcon} from '@sanity/icons/CreditCard'
import {UsersIcon} from '@sanity/icons/Users'
import type {StructureBuilder, StructureResolverContext} from 'sanity/structure'
import {API_VERSION} from '../validation/unique.ts'
import {folder, listItem} from './lists.ts'
import {NewCustomer} from './NewCustomer.tsx'
import {translated} from '../translated.ts'

const DEBTORS =
  '*[_type == "billBalance" && balance > 0 && !defined(void) && defined(customer._ref)].customer._ref'

/** Customers, those who owe, inactive ones and administrators. */
export function customersItem(S: StructureBuilder, context: StructureResolverContext) {
  const {title, i18n} = translated('structure.new-customer')
  return folder(S, {id: 'customers', title: 'structure.customers', icon: UsersIcon}, [
    listItem(S, {id: 'all', title: 'structure.all-customers', icon: UsersIcon}, () => ({
      type: 'user',
      filter: 'role != "admin" && isActive != false',
    })),
    listItem(S, {id: 'owing', title: 'structure.owing', icon: ClockIcon}, async () => ({
      type: 'user',
      filter: '_id in $debtors',
      params: {debtors: await fetchDebtors(context)},
    })),
    listItem(S, {id: 'inactive', title: 'structure.inactive', icon: ArchiveIcon}, () => ({
      type: 'user',
      filter: 'isActive == false',
    })),
    listItem(S, {id: 'admins', title: 'structure.admins', icon: CogIcon}, () => ({
      type: 'user',
      filter: 'role == "admin"',
    })),
    listItem(S, {id: 'accounts', title: 'structure.accounts', icon: CreditCardIcon}, () => ({
      type: 'customerAccount',
    })),
    S.divider(),
    S.listItem()
      .id('new')
      .title(title)
      .i18n(i18n)
      .icon(AddUserIcon)
      .child(S.component(NewCustomer).id('new').title(title).i18n(i18n)),
  ])
}

async function fetchDebtors(context: StructureResolverContext): Promise<string[]> {
  const ids: unknown = await context
    .getClient({apiVersion: API_VERSION})
    .fetch(`array::unique(${DEBTORS})`, {}, {tag: 'shop.structure-debtors'})
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
}
