import {useId} from 'react'
import type {RefObject} from 'react'
import type {Product} from '../../domain/documents.ts'
import {CameraButton} from './CameraButton.tsx'
import {ProductPicker} from './ProductPicker.tsx'
import {ScanNote} from './ScanNote.tsx'
import {useProductScanner} from './useProductScanner.ts'

export interface ProductEntryProps {
  onPick: (product: Product) => void
  inputRef: RefObject<HTMLInputElement | null>
  /** The search offers only products whose stock is tracked. */
  trackedOnly?: boolean
}

/** How products come into a form: by search, by scanner wherever the focus is, by camera where there is one. */
export function ProductEntry({onPick, inputRef, trackedOnly}: ProductEntryProps) {
  const id = useId()
  const scanner = useProductScanner(onPick)
  return (
    <>
      <ProductPicker
        id={id}
        inputRef={inputRef}
        onPick={(product) => {
          scanner.forget()
          onPick(product)
        }}
        trackedOnly={trackedOnly === true}
      />
      <CameraButton onScan={scanner.scan} />
      <ScanNote code={scanner.unknown} onForget={scanner.forget} />
    </>
  )
}
