import type {Brand, Category, Draft, Product} from '../../../plugin/domain/documents.ts'
import {PIECES} from '../../../plugin/domain/quantity.ts'
import {createChance} from '../random.ts'
import {BRANDS, type BrandCode} from './brands.ts'
import {CATEGORIES, type CategoryCode} from './categories.ts'
import {FAMILIES, type Family} from './families.ts'

const MINOR = 100

export interface CatalogueProduct {
  document: Draft<Product>
  /** Usual quantity on a line, in smallest steps. */
  sells: readonly [low: number, high: number]
  /** Minor units per whole unit; 0 for services. */
  cost: number
  /** How often it is bought compared with others: cheap things more often. */
  weight: number
}

export interface Catalogue {
  brands: Draft<Brand>[]
  categories: Draft<Category>[]
  products: CatalogueProduct[]
}

/** Twelve brands, fifteen categories, about two hundred products; the same on every machine. */
export function buildCatalogue(): Catalogue {
  return {
    brands: BRANDS.map(({code, name, description}) => ({
      _id: brandId(code),
      _type: 'brand',
      name,
      slug: toSlug(name),
      description,
      isActive: true,
    })),
    categories: CATEGORIES.map(toCategory),
    products: FAMILIES.flatMap(toProducts),
  }
}

function toCategory(category: (typeof CATEGORIES)[number], index: number): Draft<Category> {
  return {
    _id: categoryId(category.code),
    _type: 'category',
    name: category.name,
    slug: toSlug(category.name),
    description: category.description,
    ...('parent' in category ? {parent: toReference(categoryId(category.parent))} : {}),
    ...('specifications' in category
      ? {specificationFields: category.specifications.map(toSpecificationField)}
      : {}),
    sortOrder: (index + 1) * 10,
    isActive: true,
  }
}

const LIGHT_COLOURS = ['warm white', 'neutral white', 'cool white']

function toSpecificationField(name: string) {
  const field = {_key: name.toLowerCase().replaceAll(/[^a-z]/g, ''), _type: 'specificationField'}
  return name === 'Light colour'
    ? {...field, name, type: 'choice', choices: LIGHT_COLOURS}
    : {...field, name, type: 'text'}
}

function toProducts(family: Family): CatalogueProduct[] {
  const brands: readonly (BrandCode | undefined)[] =
    family.brands.length === 0 ? [undefined] : family.brands
  return brands.flatMap((brand) =>
    family.variants.map(([variant, rupees], index) =>
      toProduct(family, brand, variant, rupees, index),
    ),
  )
}

function toProduct(
  family: Family,
  brand: BrandCode | undefined,
  variant: string,
  rupees: number,
  index: number,
): CatalogueProduct {
  const sku = `${family.code}-${brand === undefined ? '' : `${brand}-`}${String(index + 1).padStart(2, '0')}`
  const chance = createChance(`product ${sku}`)
  const name = family.name.replace('%', variant)
  const brandName = BRANDS.find(({code}) => code === brand)?.name
  const unit = family.unit ?? PIECES
  const step = 10 ** unit.decimals
  const reorder = reorderLevel(family, rupees) * step
  const label = family.brands.length > 1 ? `${name} (${brandName})` : name
  return {
    document: {
      _id: `demo-product-${sku.toLowerCase()}`,
      _type: 'product',
      name: label,
      slug: toSlug(`${name} ${sku}`),
      sku,
      category: toReference(categoryId(family.category)),
      unit: {...unit},
      price: rupees * MINOR,
      trackStock: family.service !== true,
      isActive: true,
      ...(brand === undefined ? {} : {brand: toReference(brandId(brand))}),
      ...(family.taxRate === undefined ? {} : {taxRate: family.taxRate}),
      ...(family.service === true ? {} : {reorderLevel: reorder, reorderQuantity: reorder * 3}),
      ...(family.specification === undefined
        ? {}
        : {specifications: [{_key: 'main', name: family.specification, value: variant}]}),
    },
    sells: [family.sells[0] * step, family.sells[1] * step],
    cost: family.service === true ? 0 : Math.round(rupees * (0.62 + chance.next() * 0.16) * MINOR),
    weight: 1 / Math.sqrt(rupees),
  }
}

/** Whole units below which one orders again: many cheap ones, few dear ones. */
function reorderLevel(family: Family, rupees: number): number {
  const usual = family.sells[1]
  if (rupees >= 4000) return 1
  if (rupees >= 1000) return 2
  return Math.max(4, Math.round(usual * (rupees >= 300 ? 1 : 1.5)))
}

const brandId = (code: BrandCode): string => `demo-brand-${code.toLowerCase()}`

const categoryId = (code: CategoryCode): string => `demo-category-${code}`

const toReference = (id: string) => ({_type: 'reference' as const, _ref: id})

function toSlug(text: string) {
  const current = text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return {_type: 'slug' as const, current}
}
