import {defineLocaleResourceBundle} from 'sanity'

export const SHOP_NAMESPACE = 'shop'

/** The English texts; another language is another bundle for the namespace `shop`. */
export const shopLocaleBundle = defineLocaleResourceBundle({
  locale: 'en-US',
  namespace: SHOP_NAMESPACE,
  resources: () => import('./resources.ts'),
})
