import {defineLocaleResourceBundle} from 'sanity'

export const SHOP_NAMESPACE = 'shop'

const loaders = {
  'en-US': () => import('./resources.ts'),
  'de-DE': () => import('./de/resources.ts'),
  ar: () => import('./ar/resources.ts'),
}

/**
 * The shop's texts, each language loaded when the Studio speaks it. `en-US` is complete by definition; another language
 * is another bundle for the namespace `shop`, here or in the project's own config.
 */
export const shopLocaleBundles = Object.entries(loaders).map(([locale, resources]) =>
  defineLocaleResourceBundle({locale, namespace: SHOP_NAMESPACE, resources}),
)
