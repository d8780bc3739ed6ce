import type {Tool} from 'sanity'
import {route} from 'sanity/router'
import {AlertToolIcon} from './alerts/AlertToolIcon.tsx'
import {DASHBOARD, DashboardTool} from './DashboardTool.lazy.ts'

/** The tool *Realtime Dashboard* at `/dashboard/realtime`. */
export const dashboardTool: Tool = {
  name: DASHBOARD,
  title: 'Realtime Dashboard',
  icon: AlertToolIcon,
  component: DashboardTool,
  // Otherwise the Studio writes a tool's parameters as `dashboard[day]=…`, which nobody types or shares.
  router: route.create('/', {__unsafe_disableScopedSearchParams: true}, [route.create('/:view')]),
}
