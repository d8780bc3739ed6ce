import {useMemo} from 'react'
import {useObservable} from 'react-rx'
import {catchError, map, of} from 'rxjs'
import {useDocumentPreviewStore} from 'sanity'
import {SETTINGS_ID} from '../../plugin/domain/ids.ts'

/**
 * The shop's currency (ISO 4217): what is stored wins over the plugin's option. Follows the Studio's own preview
 * store, so that an open form needs no listener of its own.
 */
export function useShopCurrency(option: string): string {
  const previews = useDocumentPreviewStore()
  const currency$ = useMemo(
    () =>
      previews.observePaths({_type: 'reference', _ref: SETTINGS_ID}, [['currency']]).pipe(
        map((settings) => readCurrency(settings) ?? option),
        catchError(() => of(option)),
      ),
    [previews, option],
  )
  return useObservable(currency$, option)
}

function readCurrency(settings: unknown): string | undefined {
  if (typeof settings !== 'object' || settings === null || !('currency' in settings))
    return undefined
  return typeof settings.currency === 'string' ? settings.currency : undefined
}
