import type {ComponentType} from 'react'
import type {SortOrderingItem} from 'sanity'
import type {DocumentListBuilder, ListItemBuilder, StructureBuilder} from 'sanity/structure'
import type {ShopTypeName} from '../types.ts'
import {isOperationOnlyType} from '../types.ts'
import {API_VERSION} from '../validation/unique.ts'
import {translated} from '../translated.ts'
import type {TitleKey} from '../translated.ts'

export interface ListChoice {
  /** Address of the list in the Studio's URL. */
  id: string
  title: TitleKey
  icon?: ComponentType
  type: ShopTypeName
  /** GROQ without `_type`; absent: all of the type. */
  filter?: string
  params?: Record<string, unknown>
  orderings?: readonly SortOrderingItem[]
}

const NEWEST: Partial<Record<ShopTypeName, readonly SortOrderingItem[]>> = {
  bill: [{field: 'occurredAt', direction: 'desc'}],
  creditNote: [{field: 'occurredAt', direction: 'desc'}],
  payment: [{field: 'at', direction: 'desc'}],
  billDraft: [{field: 'parkedAt', direction: 'desc'}],
  billBalance: [{field: 'dueDate', direction: 'asc'}],
  stockTransaction: [{field: 'occurredAt', direction: 'desc'}],
  stockOperation: [{field: 'occurredAt', direction: 'desc'}],
  stockLevel: [{field: 'onHand', direction: 'asc'}],
  daySummary: [{field: 'day', direction: 'desc'}],
  product: [{field: 'name', direction: 'asc'}],
  brand: [{field: 'name', direction: 'asc'}],
  category: [
    {field: 'sortOrder', direction: 'asc'},
    {field: 'name', direction: 'asc'},
  ],
  user: [{field: 'name', direction: 'asc'}],
}

/** A list of documents; without *new* for what operations write and for customers, whose ids are dotted. */
export function documentList(S: StructureBuilder, choice: ListChoice): DocumentListBuilder {
  const {id, type, filter, params = {}} = choice
  const {title, i18n} = translated(choice.title)
  const where = filter === undefined ? '_type == $type' : `_type == $type && (${filter})`
  const list = S.documentList()
    .id(id)
    .title(title)
    .i18n(i18n)
    .schemaType(type)
    .apiVersion(API_VERSION)
    .filter(where)
    .params({...params, type})
    .defaultOrdering([...(choice.orderings ?? NEWEST[type] ?? [])])
  return isOperationOnlyType(type) || type === 'user' ? list.initialValueTemplates([]) : list
}

/** A list item whose list is made when it opens: `choose` may ask the lake, e.g. what day it is. */
export function listItem(
  S: StructureBuilder,
  item: {id: string; title: TitleKey; icon?: ComponentType},
  choose: () => Omit<ListChoice, 'id' | 'title'> | Promise<Omit<ListChoice, 'id' | 'title'>>,
): ListItemBuilder {
  const {title, i18n} = translated(item.title)
  const built = S.listItem()
    .id(item.id)
    .title(title)
    .i18n(i18n)
    .child(async () => documentList(S, {id: item.id, title: item.title, ...(await choose())}))
  return item.icon === undefined ? built : built.icon(item.icon)
}

/** A list item that opens further items. */
export function folder(
  S: StructureBuilder,
  item: {id: string; title: TitleKey; icon: ComponentType},
  items: Parameters<ReturnType<StructureBuilder['list']>['items']>[0],
): ListItemBuilder {
  const {title, i18n} = translated(item.title)
  return S.listItem()
    .id(item.id)
    .title(title)
    .i18n(i18n)
    .icon(item.icon)
    .child(S.list().id(item.id).title(title).i18n(i18n).items(items))
}
