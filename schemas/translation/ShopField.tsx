import type {FieldProps} from 'sanity'
import {useIsShopForm, useShopSentence, useShopText} from './useShopText.ts'

/** Title and description of a field in the Studio's language, which Sanity's schemas know in one language only. */
export function ShopField(props: FieldProps) {
  const text = useShopText()
  const sentence = useShopSentence()
  if (!useIsShopForm()) return props.renderDefault(props)
  const {title, description} = props
  return props.renderDefault({
    ...props,
    title: title && text(title),
    description: description && sentence(description),
  })
}
