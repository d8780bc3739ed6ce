import {useCallback} from 'react'
import {useCurrentLocale, useFormValue, useTranslation} from 'sanity'
import {directionOf} from '../../plugin/i18n/direction.ts'
import {SHOP_NAMESPACE} from '../../plugin/i18n/index.ts'
import {textKey} from '../../plugin/i18n/textKey.ts'
import {isShopTypeName} from '../types.ts'

/** A text of the schemas in the Studio's language; as it is where the language has none for it. */
export function useShopText(): (english: string) => string {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return useCallback(
    (english: string) =>
      // a name without a letter of the alphabet has no key
      textKey(english) === 'text.' ? english : t(textKey(english), {defaultValue: english}),
    [t],
  )
}

/** A right-to-left mark. */
const MARK = '\u200F'

/** The same for sentences: in a language from right to left their full stop comes at the left, also in a left-to-right form. */
export function useShopSentence(): (english: string) => string {
  const text = useShopText()
  const direction = directionOf(useCurrentLocale().id)
  return useCallback(
    (english: string) => (direction === 'rtl' ? `${text(english)}${MARK}` : text(english)),
    [text, direction],
  )
}

/** Whether the form is that of a document of the shop: the project's own types keep their texts. */
export function useIsShopForm(): boolean {
  return isShopTypeName(useFormValue(['_type']))
}
