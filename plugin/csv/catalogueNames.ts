import type {Brand, Category} from '../domain/documents.ts'

const STEP = ' > '

/** Brands and categories as people call them in a file, both ways. */
export interface CatalogueNames {
  nameOf(id: string | undefined): string | undefined
  /** Ids that carry the name: none, one, or several when it is not unique. */
  idsOf(name: string): readonly string[]
}

export function brandNames(brands: ReadonlyMap<string, Brand>): CatalogueNames {
  return toNames(new Map([...brands].map(([id, {name}]) => [id, [name]])))
}

/** A category whose name others have too is called by its path: `Lighting > Bulbs`. */
export function categoryNames(categories: ReadonlyMap<string, Category>): CatalogueNames {
  const count = new Map<string, number>()
  for (const {name} of categories.values()) count.set(name, (count.get(name) ?? 0) + 1)
  return toNames(
    new Map(
      [...categories].map(([id, category]) => {
        const path = pathOf(category, categories)
        return [id, count.get(category.name) === 1 ? [category.name, path] : [path]]
      }),
    ),
  )
}

/** Whoever is a parent of itself, by a mistake in the data, ends the path. */
function pathOf(category: Category, categories: ReadonlyMap<string, Category>): string {
  const path = [category]
  for (;;) {
    const parent = categories.get(path[0]?.parent?._ref ?? '')
    if (parent === undefined || path.includes(parent)) break
    path.unshift(parent)
  }
  return path.map(({name}) => name).join(STEP)
}

function toNames(names: ReadonlyMap<string, readonly string[]>): CatalogueNames {
  const ids = new Map<string, string[]>()
  for (const [id, all] of names) {
    for (const name of new Set(all)) ids.set(name, [...(ids.get(name) ?? []), id])
  }
  return {
    nameOf: (id) => names.get(id ?? '')?.[0],
    idsOf: (name) => ids.get(name) ?? [],
  }
}
