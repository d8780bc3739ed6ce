import {BasketIcon} from '@sanity/icons/Basket'
import {BillIcon} from '@sanity/icons/Bill'
import {ClockIcon} from '@sanity/icons/Clock'
import {CreditCardIcon} from '@sanity/icons/CreditCard'
import {HashIcon} from '@sanity/icons/Hash'
import {PauseIcon} from '@sanity/icons/Pause'
import {RevertIcon} from '@sanity/icons/Revert'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import type {StructureBuilder, StructureResolverContext} from 'sanity/structure'
import {shopToday} from './day.ts'
import {folder, listItem} from './lists.ts'

/** Bills today, open, overdue and all; credit notes, payments, parked sales. */
export function sellItem(S: StructureBuilder, context: StructureResolverContext) {
  return folder(S, {id: 'sell', title: 'structure.sell', icon: BasketIcon}, [
    listItem(S, {id: 'bills-today', title: 'structure.bills-today', icon: BillIcon}, async () => ({
      type: 'bill',
      filter: 'day == $day',
      params: {day: await shopToday(context)},
    })),
    listItem(S, {id: 'bills-open', title: 'structure.bills-open', icon: ClockIcon}, () => ({
      type: 'billBalance',
      filter: 'balance > 0 && !defined(void)',
    })),
    listItem(
      S,
      {id: 'bills-overdue', title: 'structure.bills-overdue', icon: WarningOutlineIcon},
      async () => ({
        type: 'billBalance',
        filter: 'balance > 0 && !defined(void) && dueDate < $day',
        params: {day: await shopToday(context)},
      }),
    ),
    listItem(S, {id: 'bills', title: 'structure.bills', icon: BillIcon}, () => ({type: 'bill'})),
    S.divider(),
    listItem(S, {id: 'credit-notes', title: 'structure.credit-notes', icon: RevertIcon}, () => ({
      type: 'creditNote',
    })),
    listItem(S, {id: 'payments', title: 'structure.payments', icon: CreditCardIcon}, () => ({
      type: 'payment',
    })),
    listItem(S, {id: 'parked', title: 'structure.parked', icon: PauseIcon}, () => ({
      type: 'billDraft',
    })),
    S.divider(),
    listItem(S, {id: 'series', title: 'structure.series', icon: HashIcon}, () => ({
      type: 'series',
    })),
  ])
}
