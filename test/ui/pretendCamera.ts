/** This machine has no camera and its browser no reader: a grey picture, in which a bulb's barcode is always found. */
export function pretendCamera(): void {
  const canvas = document.createElement('canvas')
  canvas.getContext('2d')?.fillRect(0, 0, 10, 10)
  const stream = canvas.captureStream(10)
  Object.assign(globalThis, {looks: 0, track: stream.getVideoTracks()[0]})
  navigator.mediaDevices.getUserMedia = async () => stream
  class Reader {
    async detect() {
      Object.assign(globalThis, {looks: Number(Reflect.get(globalThis, 'looks')) + 1})
      return [{rawValue: '8901234567894'}]
    }
  }
  Object.assign(globalThis, {BarcodeDetector: Reader})
}
