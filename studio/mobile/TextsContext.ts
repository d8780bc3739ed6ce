import {createContext, useContext} from 'react'
import {textsFor} from './texts.ts'

export const TextsContext = createContext(textsFor([]))

/** What a refused operation says, in the page's language. */
export const RefusalContext = createContext<(error: unknown) => string>((error) =>
  error instanceof Error ? error.message : String(error),
)

/** The texts of the page's language. */
export function useTexts() {
  return useContext(TextsContext)
}
