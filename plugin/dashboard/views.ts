import {BillIcon} from '@sanity/icons/Bill'
import {DashboardIcon} from '@sanity/icons/Dashboard'
import {PackageIcon} from '@sanity/icons/Package'
import {UsersIcon} from '@sanity/icons/Users'
import {lazy} from 'react'
import type {ComponentType} from 'react'

export interface View {
  /** Its place in the URL: `/dashboard/<name>`. */
  name: string
  /** Key of its visible name. */
  text: string
  icon: ComponentType
  /** Loaded when the view is opened first. */
  component: ComponentType
}

/** The views of the tool, in the order of the navigation. A view stands here once it is built. */
export const VIEWS: readonly View[] = [
  {
    name: 'realtime',
    text: 'dashboard.view.realtime',
    icon: DashboardIcon,
    component: lazy(() => import('./RealtimeView.tsx')),
  },
  {
    name: 'bills',
    text: 'dashboard.view.bills',
    icon: BillIcon,
    component: lazy(() => import('./bills/BillsView.tsx')),
  },
  {
    name: 'inventory',
    text: 'dashboard.view.inventory',
    icon: PackageIcon,
    component: lazy(() => import('./inventory/InventoryView.tsx')),
  },
  {
    name: 'customers',
    text: 'dashboard.view.customers',
    icon: UsersIcon,
    component: lazy(() => import('./customers/CustomersView.tsx')),
  },
]

/** The view of a place in the URL; `undefined` when there is none of that name. */
export function findView(name: unknown): View | undefined {
  return VIEWS.find((view) => view.name === name)
}
