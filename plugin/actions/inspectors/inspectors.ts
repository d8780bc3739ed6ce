import {BillIcon} from '@sanity/icons/Bill'
import {PackageIcon} from '@sanity/icons/Package'
import type {ComponentType} from 'react'
import {defineDocumentInspector, useTranslation} from 'sanity'
import type {DocumentInspector, DocumentInspectorProps} from 'sanity'
import {lazyComponent} from '../../components/lazyComponent.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'

const INSPECTORS: Readonly<Record<string, readonly DocumentInspector[]>> = {
  bill: [
    inspector(
      'shop-bill',
      BillIcon,
      lazyComponent(() => import('./BillInspector.tsx')),
    ),
  ],
  product: [
    inspector(
      'shop-product',
      PackageIcon,
      lazyComponent(() => import('./ProductInspector.tsx')),
    ),
  ],
}

/** For `document.inspectors`: what became of a bill, what is left of a product, beside the form. */
export function addShopInspectors(
  prev: DocumentInspector[],
  {documentType}: {documentType: string},
): DocumentInspector[] {
  return [...prev, ...(INSPECTORS[documentType] ?? [])]
}

function inspector(
  name: 'shop-bill' | 'shop-product',
  icon: ComponentType,
  component: ComponentType<DocumentInspectorProps>,
): DocumentInspector {
  return defineDocumentInspector({
    name,
    component,
    useMenuItem: () => {
      const {t} = useTranslation(SHOP_NAMESPACE)
      return {
        icon,
        title: t(name === 'shop-bill' ? 'inspector.bill' : 'inspector.product'),
        showAsAction: true,
      }
    },
  })
}
