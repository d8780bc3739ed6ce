import {createContext, useContext} from 'react'
import {textsFor} from './texts.ts'

export const TextsContext = createContext(textsFor([]))

/** The texts of the page's language. */
export function useTexts() {
  return useContext(TextsContext)
}
