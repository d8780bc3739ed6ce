/** A text to translate: a key of the bundle and what stands in it. */
export interface Message {
  key: string
  values?: Readonly<Record<string, string | number>>
}

export function message(key: string, values?: Message['values']): Message {
  return values === undefined ? {key} : {key, values}
}
