import {PortalProvider} from '@sanity/ui'
import {Suspense, useEffect, useMemo} from 'react'
import type {ReactNode} from 'react'
import {useCurrentLocale} from 'sanity'
import {directionOf} from '../../i18n/direction.ts'

/** Dialogs load when first opened; what opened them stays on screen meanwhile. They read as the Studio's language does. */
export function ShopDialog({children}: {children: ReactNode}) {
  const locale = useCurrentLocale().id
  const content = <Suspense fallback={null}>{children}</Suspense>
  if (directionOf(locale) === 'ltr') return content
  return <RightToLeft locale={locale}>{content}</RightToLeft>
}

/** A dialog stands at the end of the page: outside of whatever says in which direction to read. */
function RightToLeft({locale, children}: {locale: string; children: ReactNode}) {
  const element = useMemo(() => {
    const created = document.createElement('div')
    created.dir = 'rtl'
    created.lang = locale
    return created
  }, [locale])
  useEffect(() => {
    document.body.append(element)
    return () => element.remove()
  }, [element])
  return <PortalProvider element={element}>{children}</PortalProvider>
}
