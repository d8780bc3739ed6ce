import type {DocumentActionComponent, Template, TemplateItem} from 'sanity'
import {translated} from './translated.ts'
import {isOperationOnlyType} from './types.ts'

/** Actions that would break a document with a fixed or a dotted id. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  shopSettings: ['delete', 'duplicate', 'unpublish', 'publish'],
  user: ['duplicate'],
}

/**
 * For `document.actions`: nothing for what only operations write; no copy or delete of the settings; no copy of a
 * customer, which would get an id that a public dataset shows to anyone. Other types keep all their actions.
 */
export function filterShopActions(
  prev: readonly DocumentActionComponent[],
  context: {schemaType: string},
): DocumentActionComponent[] {
  if (isOperationOnlyType(context.schemaType)) return []
  const refused = REFUSED[context.schemaType] ?? []
  return prev.filter(({action}) => action === undefined || !refused.includes(action))
}

/**
 * For `document.newDocumentOptions`: of the shop's types only product, brand and category. Templates of other types
 * (`templateId` is the type's name unless the project says otherwise) stay.
 */
export function filterNewDocumentOptions(prev: readonly TemplateItem[]): TemplateItem[] {
  return prev.filter(
    ({templateId}) =>
      !isOperationOnlyType(templateId) && templateId !== 'shopSettings' && templateId !== 'user',
  )
}

const TEMPLATE_TITLES = {
  product: translated('type.product').i18n,
  brand: translated('type.brand').i18n,
  category: translated('type.category').i18n,
}

/** For `schema.templates`: what *New document* calls the shop's types, in the Studio's language. */
export function translateTemplates(prev: Template[]): Template[] {
  return prev.map((template) =>
    isTranslated(template.id) ? {...template, i18n: TEMPLATE_TITLES[template.id]} : template,
  )
}

const isTranslated = (id: string): id is keyof typeof TEMPLATE_TITLES => id in TEMPLATE_TITLES
