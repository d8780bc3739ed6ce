/** What a picture's own header says. */
export interface ImageHeader {
  extension: 'png' | 'jpg' | 'gif' | 'webp'
  mimeType: string
  width: number
  height: number
  hasAlpha: boolean
}

/** Reads the size of a PNG, JPEG, GIF or WebP; `null` when the bytes are none of these. */
export function readImageHeader(bytes: Buffer): ImageHeader | null {
  try {
    return readPng(bytes) ?? readGif(bytes) ?? readJpeg(bytes) ?? readWebp(bytes)
  } catch (error) {
    if (error instanceof RangeError) return null // cut off in the middle of its header
    throw error
  }
}

function readPng(bytes: Buffer): ImageHeader | null {
  if (bytes.subarray(0, 8).toString('latin1') !== '\u0089PNG\r\n\u001A\n') return null
  const colourType = bytes.readUInt8(25)
  return {
    extension: 'png',
    mimeType: 'image/png',
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    hasAlpha: colourType === 4 || colourType === 6,
  }
}

function readGif(bytes: Buffer): ImageHeader | null {
  if (!/^GIF8[79]a$/.test(bytes.subarray(0, 6).toString('latin1'))) return null
  return {
    extension: 'gif',
    mimeType: 'image/gif',
    width: bytes.readUInt16LE(6),
    height: bytes.readUInt16LE(8),
    hasAlpha: true,
  }
}

/** Size stands in the first start-of-frame segment (C0–CF but C4, C8, CC). */
function readJpeg(bytes: Buffer): ImageHeader | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xff_d8) return null
  let offset = 2
  while (offset < bytes.length) {
    const marker = bytes.readUInt16BE(offset)
    if (marker < 0xff_00) return null
    const isFrame = marker >= 0xff_c0 && marker <= 0xff_cf
    if (isFrame && ![0xff_c4, 0xff_c8, 0xff_cc].includes(marker)) {
      const height = bytes.readUInt16BE(offset + 5)
      const width = bytes.readUInt16BE(offset + 7)
      return {extension: 'jpg', mimeType: 'image/jpeg', width, height, hasAlpha: false}
    }
    offset += 2 + bytes.readUInt16BE(offset + 2)
  }
  return null
}

function readWebp(bytes: Buffer): ImageHeader | null {
  const isWebp =
    bytes.subarray(0, 4).toString('latin1') === 'RIFF' &&
    bytes.subarray(8, 12).toString('latin1') === 'WEBP'
  if (!isWebp) return null
  const size = readWebpSize(bytes, bytes.subarray(12, 16).toString('latin1'))
  return size === null ? null : {extension: 'webp', mimeType: 'image/webp', ...size}
}

function readWebpSize(bytes: Buffer, chunk: string) {
  if (chunk === 'VP8X') {
    const hasAlpha = (bytes.readUInt8(20) & 0x10) !== 0
    return {width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1, hasAlpha}
  }
  if (chunk === 'VP8L') {
    const bits = bytes.readUInt32LE(21)
    const hasAlpha = ((bits >>> 28) & 1) === 1
    return {width: (bits & 0x3f_ff) + 1, height: ((bits >>> 14) & 0x3f_ff) + 1, hasAlpha}
  }
  if (chunk !== 'VP8 ') return null
  const mask = 0x3f_ff
  return {
    width: bytes.readUInt16LE(26) & mask,
    height: bytes.readUInt16LE(28) & mask,
    hasAlpha: false,
  }
}
