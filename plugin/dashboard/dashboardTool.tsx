import {lazy} from 'react'
import type {Tool} from 'sanity'
import {route} from 'sanity/router'
import {AlertToolIcon} from './alerts/AlertToolIcon.tsx'

/** The tool *Realtime Dashboard* at `/dashboard/realtime`. */
export const dashboardTool: Tool = {
  name: 'dashboard',
  title: 'Realtime Dashboard',
  icon: AlertToolIcon,
  component: lazy(() => import('./Dashboard.tsx')),
  // Otherwise the Studio writes a tool's parameters as `dashboard[day]=…`, which nobody types or shares.
  router: route.create('/', {__unsafe_disableScopedSearchParams: true}, [route.create('/:view')]),
}
