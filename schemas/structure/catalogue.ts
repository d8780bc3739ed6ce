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

/** Products (all, by category, by brand, services, inactive), the category tree, brands. */
export function catalogueItem(S: StructureBuilder, context: StructureResolverContext) {
  return folder(S, {id: 'catalogue', title: 'Catalogue', icon: BookIcon}, [
    listItem(S, {id: 'products', title: 'All products', icon: PackageIcon}, () => ({
      type: 'product',
    })),
    byReference(S, 'category', 'Products by category', FolderIcon),
    byReference(S, 'brand', 'Products by brand', StarIcon),
    listItem(S, {id: 'services', title: 'Services', icon: WrenchIcon}, () => ({
      type: 'product',
      filter: 'trackStock == false',
    })),
    listItem(S, {id: 'inactive', title: 'Not on sale', icon: ArchiveIcon}, () => ({
      type: 'product',
      filter: 'isActive == false',
    })),
    S.divider(),
    categoryTree(S, context),
    listItem(S, {id: 'brands', title: 'Brands', icon: StarIcon}, () => ({type: 'brand'})),
  ])
}

/**
 * All of a type, with a filter of its own: the Studio opens a document's form in the first list that has none, and what opens
 * from this list is no form.
 */
const ALL = 'defined(_id)'

function byReference(
  S: StructureBuilder,
  type: 'category' | 'brand',
  title: string,
  icon: typeof FolderIcon,
) {
  return S.listItem()
    .id(`products-by-${type}`)
    .title(title)
    .icon(icon)
    .child(
      documentList(S, {id: `products-by-${type}`, title, type, filter: ALL}).child((id) =>
        productsOf(S, type, id),
      ),
    )
}

function productsOf(S: StructureBuilder, type: 'category' | 'brand', id: string) {
  return documentList(S, {
    id: 'products',
    title: 'Products',
    type: 'product',
    filter: `${type}._ref == $owner`,
    params: {owner: id},
  })
}

/** Top categories, each opening its own form, its categories and its products. */
function categoryTree(S: StructureBuilder, context: StructureResolverContext) {
  return S.listItem()
    .id('categories')
    .title('Categories')
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
    title: parent === undefined ? 'Categories' : 'Categories in it',
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
  return S.list()
    .id(id)
    .title(typeof name === 'string' && name !== '' ? name : 'Category')
    .items([
      S.listItem()
        .id('edit')
        .title('Edit this category')
        .icon(EditIcon)
        .child(S.document().schemaType('category').documentId(id)),
      S.listItem()
        .id('below')
        .title('Categories in it')
        .icon(FolderIcon)
        .child(() => categoryLevel(S, context, id)),
      S.listItem()
        .id('products')
        .title('Products')
        .icon(PackageIcon)
        .child(() => productsOf(S, 'category', id)),
    ])
}
