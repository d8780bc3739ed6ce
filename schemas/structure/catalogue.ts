import {ArchiveIcon} from '@sanity/icons/Archive'
import {BookIcon} from '@sanity/icons/Book'
import {EditIcon} from '@sanity/icons/Edit'
import {FolderIcon} from '@sanity/icons/Folder'
import {PackageIcon} from '@sanity/icons/Package'
import {StarIcon} from '@sanity/icons/Star'
import {WrenchIcon} from '@sanity/icons/Wrench'
import type {
  DocumentListBuilder,
  ListBuilder,
  StructureBuilder,
  StructureResolverContext,
} from 'sanity/structure'
import {API_VERSION} from '../validation/unique.ts'
import {documentList, folder, listItem} from './lists.ts'
import {translated} from '../translated.ts'

/** Products (all, by category, by brand, services, inactive), the category tree, brands. */
export function catalogueItem(S: StructureBuilder, context: StructureResolverContext) {
  return folder(S, {id: 'catalogue', title: 'structure.catalogue', icon: BookIcon}, [
    listItem(S, {id: 'products', title: 'structure.products', icon: PackageIcon}, () => ({
      type: 'product',
    })),
    byReference(S, 'category', FolderIcon),
    byReference(S, 'brand', StarIcon),
    listItem(S, {id: 'services', title: 'structure.services', icon: WrenchIcon}, () => ({
      type: 'product',
      filter: 'trackStock == false',
    })),
    listItem(S, {id: 'inactive', title: 'structure.not-on-sale', icon: ArchiveIcon}, () => ({
      type: 'product',
      filter: 'isActive == false',
    })),
    S.divider(),
    categoryTree(S, context),
    listItem(S, {id: 'brands', title: 'structure.brands', icon: StarIcon}, () => ({type: 'brand'})),
  ])
}

/**
 * All of a type, with a filter of its own: the Studio opens a document's form in the first list that has none, and what opens
 * from this list is no form.
 */
const ALL = 'defined(_id)'

function byReference(S: StructureBuilder, type: 'category' | 'brand', icon: typeof FolderIcon) {
  const key = `structure.products-by-${type}` as const
  const {title, i18n} = translated(key)
  return S.listItem()
    .id(`products-by-${type}`)
    .title(title)
    .i18n(i18n)
    .icon(icon)
    .child(
      documentList(S, {id: `products-by-${type}`, title: key, type, filter: ALL}).child((id) =>
        productsOf(S, type, id),
      ),
    )
}

function productsOf(S: StructureBuilder, type: 'category' | 'brand', id: string) {
  return documentList(S, {
    id: 'products',
    title: 'structure.products-of',
    type: 'product',
    filter: `${type}._ref == $owner`,
    params: {owner: id},
  })
}

/** Top categories, each opening its own form, its categories and its products. */
function categoryTree(S: StructureBuilder, context: StructureResolverContext) {
  const {title, i18n} = translated('structure.categories')
  return S.listItem()
    .id('categories')
    .title(title)
    .i18n(i18n)
    .icon(FolderIcon)
    .child(categoryLevel(S, context, undefined))
}

function categoryLevel(
  S: StructureBuilder,
  context: StructureResolverContext,
  parent: string | undefined,
): DocumentListBuilder {
  return documentList(S, {
    id: 'categories',
    title: parent === undefined ? 'structure.categories' : 'structure.categories-below',
    type: 'category',
    filter: parent === undefined ? '!defined(parent._ref)' : 'parent._ref == $parent',
    params: parent === undefined ? {} : {parent},
  }).child(async (id) => categoryItems(S, context, id))
}

async function categoryItems(
  S: StructureBuilder,
  context: StructureResolverContext,
  id: string,
): Promise<ListBuilder> {
  const name: unknown = await context
    .getClient({apiVersion: API_VERSION})
    .withConfig({perspective: 'drafts'})
    .fetch('*[_id == $id][0].name', {id}, {tag: 'shop.structure-category'})
  const edit = translated('structure.category-edit')
  const below = translated('structure.categories-below')
  const products = translated('structure.products-of')
  const list = S.list().id(id)
  const {title, i18n} = translated('structure.category')
  const named =
    typeof name === 'string' && name !== '' ? list.title(name) : list.title(title).i18n(i18n)
  return named.items([
    S.listItem()
      .id('edit')
      .title(edit.title)
      .i18n(edit.i18n)
      .icon(EditIcon)
      .child(S.document().schemaType('category').documentId(id)),
    S.listItem()
      .id('below')
      .title(below.title)
      .i18n(below.i18n)
      .icon(FolderIcon)
      .child(() => categoryLevel(S, context, id)),
    S.listItem()
      .id('products')
      .title(products.title)
      .i18n(products.i18n)
      .icon(PackageIcon)
      .child(() => productsOf(S, 'category', id)),
  ])
}
