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
