import {useEffect, useRef} from 'react'
import {addLetter, codeOf, looksLikeBarcode, noBurst} from './scanBurst.ts'

export interface WedgeScanner {
  /** Whether a code is one of ours; other bursts stay what they were: typing. */
  isKnown: (code: string) => boolean
  onScan: (code: string) => void
  /** A trade number that is none of ours was scanned elsewhere than into a search. */
  onUnknown: (code: string) => void
}

/**
 * A keyboard-wedge scanner works wherever the focus is while the component is mounted: what it typed into a field is
 * taken back, its Enter goes nowhere else, and the code is handed on.
 */
export function useWedgeScanner(scanner: WedgeScanner): void {
  const current = useRef(scanner)
  useEffect(() => {
    current.current = scanner
  })
  useEffect(() => {
    let burst = noBurst
    let restore = () => {}
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (event.key.length === 1) {
        const next = addLetter(burst, event.key, event.timeStamp)
        if (next.text.length === 1) restore = rememberField(document.activeElement)
        burst = next
        return
      }
      if (event.key !== 'Enter') return
      const code = codeOf(burst, event.timeStamp)
      burst = noBurst
      if (code === undefined) return
      const {isKnown, onScan, onUnknown} = current.current
      const known = isKnown(code)
      if (!known && (!looksLikeBarcode(code) || isSearch(document.activeElement))) return
      event.preventDefault()
      event.stopImmediatePropagation()
      restore()
      if (known) onScan(code)
      else onUnknown(code)
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [])
}

const isSearch = (element: Element | null) => element?.getAttribute('role') === 'combobox'

/** How to bring back what stood in the field before the scanner typed into it; a search is emptied, also of an unknown code. */
function rememberField(element: Element | null): () => void {
  if (element instanceof HTMLInputElement) {
    return remember(
      element,
      HTMLInputElement.prototype,
      'input',
      isSearch(element) ? '' : element.value,
    )
  }
  if (element instanceof HTMLTextAreaElement) {
    return remember(element, HTMLTextAreaElement.prototype, 'input', element.value)
  }
  if (element instanceof HTMLSelectElement) {
    return remember(element, HTMLSelectElement.prototype, 'change', element.value)
  }
  return () => {}
}

function remember(
  field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
  prototype: object,
  event: 'input' | 'change',
  before: string,
): () => void {
  return () => {
    if (field.value === before) return
    // React tracks what it has set itself: only the element's own setter makes the change seen.
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, before)
    field.dispatchEvent(new Event(event, {bubbles: true}))
  }
}
