import {lazyComponent} from '../components/lazyComponent.tsx'

/** The tool with the view that it opens with, in one go: each that came by itself would wait for the one before. */
export const DashboardTool = lazyComponent(async () => {
  const [dashboard, {findView}] = await Promise.all([
    import('./Dashboard.tsx'),
    import('./views.ts'),
  ])
  await findView('realtime')?.component.preload()
  return dashboard
})

/** The tool's name, and its place in the Studio's address. */
export const DASHBOARD = 'dashboard'

/**
 * The Studio takes a while to show its first tool: when the address names this one, its files come meanwhile. A tool that
 * waits for them after that is shown 300 ms later than they are there.
 */
export function preloadDashboard(): void {
  const path = typeof location === 'undefined' ? '' : location.pathname
  // what cannot be fetched now is fetched when it opens, where its error boundary tells
  if (path.split('/').includes(DASHBOARD)) void Promise.allSettled([DashboardTool.preload()])
}
