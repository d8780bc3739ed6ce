import {definePlugin} from 'sanity'
import {
  filterNewDocumentOptions,
  filterShopActions,
  ShopField,
  ShopInput,
  ShopPreview,
  shopSchemaTypes,
  translateTemplates,
} from '../schemas/index.ts'
import {guardRemovals} from './actions/guardRemoval/guardRemovals.ts'
import {addShopInspectors} from './actions/inspectors/inspectors.ts'
import {addShopActions, addShopBadges} from './actions/resolvers.ts'
import {preloadDashboard} from './dashboard/DashboardTool.lazy.ts'
import {dashboardTool} from './dashboard/dashboardTool.tsx'
import {ShopToolMenu} from './dashboard/alerts/ShopToolMenu.tsx'
import type {ShopOptions} from './domain/options.ts'
import {shopLocaleBundles} from './i18n/index.ts'
import {createShopLayout} from './dashboard/ShopLayout.tsx'
import type {LiveWindow} from './realtime/index.ts'

export interface ShopPluginOptions extends ShopOptions {
  /** How much of the past each window of the Studio holds live; the rest is found by query. */
  window?: LiveWindow
}

/**
 * A small shop inside the Studio: document types, operations, the *Realtime Dashboard* and one shared listener.
 * The options are the first values of the stored settings (`shopSettings`); what is stored wins. `window` is not stored.
 *
 * @example
 * ```ts
 * plugins: [structureTool({structure: shopStructure}), shop({currency: 'INR', timeZone: 'Asia/Kolkata'})]
 * ```
 */
export const shop = definePlugin<ShopPluginOptions | void>((pluginOptions) => {
  const {window, ...options} = pluginOptions ?? {}
  preloadDashboard()
  return {
    name: 'sanity-plugin-shop',
    schema: {types: shopSchemaTypes(options), templates: translateTemplates},
    tools: [dashboardTool],
    document: {
      actions: (prev, context) =>
        addShopActions(guardRemovals(filterShopActions(prev, context), context), context),
      badges: addShopBadges,
      inspectors: addShopInspectors,
      newDocumentOptions: filterNewDocumentOptions,
    },
    form: {components: {field: ShopField, input: ShopInput, preview: ShopPreview}},
    studio: {components: {layout: createShopLayout(options, window), toolMenu: ShopToolMenu}},
    i18n: {bundles: shopLocaleBundles},
  }
})
