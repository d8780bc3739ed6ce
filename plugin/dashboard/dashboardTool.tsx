import {DashboardIcon} from '@sanity/icons/Dashboard'
import {lazy} from 'react'
import type {Tool} from 'sanity'
import {route} from 'sanity/router'

/** The tool *Realtime Dashboard* at `/dashboard/realtime`. */
export const dashboardTool: Tool = {
  name: 'dashboard',
  title: 'Realtime Dashboard',
  icon: DashboardIcon,
  component: lazy(() => import('./Dashboard.tsx')),
  router: route.create('/', [route.create('/:view')]),
}
