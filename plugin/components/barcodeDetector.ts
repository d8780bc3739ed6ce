/** What the browser's own barcode reader finds in a picture. */
interface BarcodeReader {
  detect: (source: HTMLVideoElement) => Promise<readonly {rawValue: string}[]>
}

/** Often enough for a steady hand, seldom enough for a telephone's battery. */
const LOOK_MS = 150
/** The same code in view is one scan until the product is taken away. */
const AGAIN_MS = 2_000

const FORMATS = ['ean_13', 'ean_8', 'upc_a', 'upc_e', 'code_128', 'code_39', 'itf', 'qr_code']

/** Whether this browser reads barcodes with its camera: Chrome on Android and macOS do. */
export function canScanByCamera(): boolean {
  return (
    typeof Reflect.get(globalThis, 'BarcodeDetector') === 'function' &&
    typeof navigator.mediaDevices?.getUserMedia === 'function'
  )
}

/** The browser's reader; `undefined` where there is none. */
function createBarcodeReader(): BarcodeReader | undefined {
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

/**
 * Looks at the camera's pictures, shown in `video`, until `signal` ends it. The pictures never leave the page. Rejects
 * when there is no reader, no camera or it is refused.
 */
export async function watchBarcodes(
  video: HTMLVideoElement,
  onScan: (code: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const reader = createBarcodeReader()
  if (reader === undefined) throw new Error('There is no barcode reader.')
  const stream = await navigator.mediaDevices.getUserMedia({video: {facingMode: 'environment'}})
  const stop = () => {
    for (const track of stream.getTracks()) track.stop()
  }
  if (signal.aborted) return stop()
  signal.addEventListener('abort', stop)
  video.srcObject = stream
  let last = {code: '', at: Number.NEGATIVE_INFINITY}
  while (!signal.aborted) {
    const code = await firstCode(reader, video)
    const now = performance.now()
    if (code !== undefined && (code !== last.code || now - last.at > AGAIN_MS)) onScan(code)
    if (code !== undefined) last = {code, at: now}
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}

/** A picture that cannot be read yet (the camera is still starting) holds no code. */
async function firstCode(
  reader: BarcodeReader,
  video: HTMLVideoElement,
): Promise<string | undefined> {
  if (video.readyState < video.HAVE_CURRENT_DATA) return undefined
  const [found] = await reader.detect(video)
  return found?.rawValue
}
