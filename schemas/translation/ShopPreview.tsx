import {useTranslation} from 'sanity'
import type {PreviewProps} from 'sanity'
import {SHOP_NAMESPACE} from '../../plugin/i18n/index.ts'
import {SEPARATOR} from '../text.ts'
import {isShopTypeName} from '../types.ts'
import {previewWordOf} from './previewWords.ts'
import {useShopText} from './useShopText.ts'

/** Title and subtitle of a document of the shop: what is no name in them, in the Studio's language. */
export function ShopPreview(props: PreviewProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const text = useShopText()
  const {schemaType, title, subtitle} = props
  const type = schemaType?.name
  if (type === undefined || !isShopTypeName(type)) return props.renderDefault(props)

  const translate = (shown: PreviewProps['title'], place: 'title' | 'subtitle') => {
    if (typeof shown !== 'string') return shown
    const parts = shown.split(SEPARATOR).map((part, index) => {
      const word = previewWordOf(type, place, part, index)
      if (word === undefined) return part
      return 'text' in word ? text(word.text) : t(word.phrase, {what: word.what})
    })
    return parts.join(SEPARATOR)
  }
  return props.renderDefault({
    ...props,
    title: translate(title, 'title'),
    subtitle: translate(subtitle, 'subtitle'),
  })
}
