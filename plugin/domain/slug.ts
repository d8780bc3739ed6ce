/** An address made of a name: `Crompton Fan 1200 mm` is `crompton-fan-1200-mm`. */
export function toSlug(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 96)
  return slug === '' ? 'unnamed' : slug
}
