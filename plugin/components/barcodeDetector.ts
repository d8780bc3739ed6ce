/** What the browser's own barcode reader finds in a picture. */
export interface BarcodeReader {
  detect: (source: HTMLVideoElement) => Promise<readonly {rawValue: string}[]>
}

const FORMATS = ['ean_13', 'ean_8', 'upc_a', 'upc_e', 'code_128', 'code_39', 'itf', 'qr_code']

/** Whether this browser reads barcodes with its camera: Chrome on Android and macOS do. */
export function canScanByCamera(): boolean {
  return (
    typeof Reflect.get(globalThis, 'BarcodeDetector') === 'function' &&
    typeof navigator.mediaDevices?.getUserMedia === 'function'
  )
}

/** The browser's reader; `undefined` where there is none. */
export function createBarcodeReader(): BarcodeReader | undefined {
  const detector: unknown = Reflect.get(globalThis, 'BarcodeDetector')
  if (typeof detector !== 'function') return undefined
  const reader: unknown = Reflect.construct(detector, [{formats: FORMATS}])
  return isReader(reader) ? reader : undefined
}

function isReader(value: unknown): value is BarcodeReader {
  return (
    typeof value === 'object' &&
    value !== null &&
    'detect' in value &&
    typeof value.detect === 'function'
  )
}
