import {useMemo} from 'react'
import type {InputProps, SchemaType} from 'sanity'
import {useIsShopForm, useShopSentence, useShopText} from './useShopText.ts'

/** Choices of a field, and the titles that a switch and a time show themselves, in the Studio's language. */
export function ShopInput(props: InputProps) {
  return useIsShopForm() && hasTexts(props.schemaType) ? (
    <TranslatedInput {...props} />
  ) : (
    props.renderDefault(props)
  )
}

function TranslatedInput(props: InputProps) {
  const {schemaType} = props
  const text = useShopText()
  const sentence = useShopSentence()
  const translated = useMemo(
    () => translateType(schemaType, text, sentence),
    [schemaType, text, sentence],
  )
  return props.renderDefault(Object.assign({...props}, {schemaType: translated}))
}

function hasTexts({jsonType, name, options}: SchemaType): boolean {
  return jsonType === 'boolean' || name === 'datetime' || Array.isArray(listOf(options))
}

type Translate = (english: string) => string

function translateType(type: SchemaType, text: Translate, sentence: Translate) {
  const {title, description, options} = type
  const list = listOf(options)
  return {
    ...type,
    ...(title === undefined ? {} : {title: text(title)}),
    ...(typeof description === 'string' ? {description: sentence(description)} : {}),
    ...(Array.isArray(list) ? {options: {...options, list: list.map(translateChoice(text))}} : {}),
  }
}

const listOf = (options: unknown): unknown =>
  typeof options === 'object' && options !== null && 'list' in options ? options.list : undefined

const translateChoice = (text: Translate) => (choice: unknown) =>
  typeof choice === 'object' &&
  choice !== null &&
  'title' in choice &&
  typeof choice.title === 'string'
    ? {...choice, title: text(choice.title)}
    : choice
