/** Views of the tool by their place in the URL. */
export const VIEWS = ['realtime'] as const

export type View = (typeof VIEWS)[number]

export function isView(name: unknown): name is View {
  return VIEWS.some((view) => view === name)
}
