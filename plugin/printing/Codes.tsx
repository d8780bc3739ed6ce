import {lazy, Suspense} from 'react'
import {UNDRAWN} from './untilDrawn.ts'

const Code128 = lazy(() => import('./Code128.tsx'))
const PayQr = lazy(() => import('./PayQr.tsx'))

export interface CodesProps {
  /** What the barcode says, so that a scanner finds the paper again. */
  number: string
  /** Present: a QR code that pays it. */
  pay?: {link: string; label: string}
}

/** A barcode by itself. */
export function Barcode({value}: {value: string}) {
  return (
    <Suspense fallback={<span {...UNDRAWN} />}>
      <Code128 value={value} />
    </Suspense>
  )
}

/** Barcode and QR code load with the first paper that is drawn. */
export function Codes({number, pay}: CodesProps) {
  return (
    <div className="codes">
      <Suspense fallback={<span {...UNDRAWN} />}>
        <Code128 value={number} />
        {pay !== undefined && <PayQr label={pay.label} value={pay.link} />}
      </Suspense>
    </div>
  )
}
