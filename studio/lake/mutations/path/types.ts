export type Comparator = '==' | '!=' | '<' | '<=' | '>' | '>='

export type Literal = string | number | boolean | null

/** One step of a JSONMatch path. */
export type Segment =
  | {kind: 'attribute'; name: string}
  | {kind: 'index'; index: number}
  | {kind: 'range'; start: number | null; end: number | null}
  | {kind: 'wildcard'}
  /** `[_key == "x"]`; an empty `target` is `@`, the element itself. */
  | {kind: 'filter'; target: readonly string[]; comparator: Comparator; value: Literal}
  | {kind: 'exists'; target: readonly string[]}
  | {kind: 'union'; members: readonly (readonly Segment[])[]}
  /** `..rest`: the rest of the path at this value and at every value below it. */
  | {kind: 'recursive'; rest: readonly Segment[]}

export type JsonMatchPath = readonly Segment[]

/** A place in a document: attribute names and array indexes. */
export type Location = readonly (string | number)[]
