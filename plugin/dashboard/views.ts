import {ActivityIcon} from '@sanity/icons/Activity'
import {BillIcon} from '@sanity/icons/Bill'
import {ChartUpwardIcon} from '@sanity/icons/ChartUpward'
import {DashboardIcon} from '@sanity/icons/Dashboard'
import {DocumentSheetIcon} from '@sanity/icons/DocumentSheet'
import {PackageIcon} from '@sanity/icons/Package'
import {PlugIcon} from '@sanity/icons/Plug'
import {TagsIcon} from '@sanity/icons/Tags'
import {UsersIcon} from '@sanity/icons/Users'
import type {ComponentType} from 'react'
import {lazyComponent} from '../components/lazyComponent.tsx'
import type {LazyComponent} from '../components/lazyComponent.tsx'

export interface View {
  /** Its place in the URL: `/dashboard/<name>`. */
  name: string
  /** Key of its visible name. */
  text: string
  icon: ComponentType
  /** Loaded when the view is opened first, or ahead. */
  component: LazyComponent<object>
  /** It has something to show before the Studio has settled. */
  isEarly: boolean
}

type LoadView = () => Promise<{default: ComponentType}>

/** The views of the tool, in the order of the navigation: one line each, its name under `dashboard.view.<name>`. */
export const VIEWS: readonly View[] = [
  {...view('realtime', DashboardIcon, () => import('./RealtimeView.tsx')), isEarly: true},
  view('bills', BillIcon, () => import('./bills/BillsView.tsx')),
  view('inventory', PackageIcon, () => import('./inventory/InventoryView.tsx')),
  view('customers', UsersIcon, () => import('./customers/CustomersView.tsx')),
  view('catalogue', TagsIcon, () => import('./catalogue/CatalogueView.tsx')),
  view('analytics', ChartUpwardIcon, () => import('./analytics/AnalyticsView.tsx')),
  view('files', DocumentSheetIcon, () => import('./csv/CsvView.tsx')),
  view('activity', ActivityIcon, () => import('./activity/ActivityView.tsx')),
  view('diagnostics', PlugIcon, () => import('./diagnostics/DiagnosticsView.tsx')),
]

function view(name: string, icon: ComponentType, load: LoadView): View {
  return {
    name,
    text: `dashboard.view.${name}`,
    icon,
    component: lazyComponent(load),
    isEarly: false,
  }
}

/** The view of a place in the URL; `undefined` when there is none of that name. */
export function findView(name: unknown): View | undefined {
  return VIEWS.find((view) => view.name === name)
}
