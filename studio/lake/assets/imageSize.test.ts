import {describe, expect, it} from 'vitest'
import {readImageHeader} from './imageSize.ts'

const ascii = (text: string) => Buffer.from(text, 'latin1')
const bytes = (...values: number[]) => Buffer.from(values)
const webp = (chunk: string, body: Buffer) =>
  Buffer.concat([ascii('RIFF'), bytes(0, 0, 0, 0), ascii(`WEBP${chunk}`), bytes(0, 0, 0, 0), body])

/** Every format with 300 × 258 = 0x012C × 0x0102. */
const pictures = {
  png: Buffer.concat([
    bytes(0x89),
    ascii('PNG\r\n\u001A\n'),
    bytes(0, 0, 0, 13),
    ascii('IHDR'),
    bytes(0, 0, 1, 0x2c, 0, 0, 1, 2, 8, 6, 0, 0, 0),
  ]),
  gif: Buffer.concat([ascii('GIF89a'), bytes(0x2c, 1, 2, 1, 0, 0, 0)]),
  // An APP0 segment and a Huffman table come before the frame.
  jpg: bytes(
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    4,
    1,
    2,
    0xff,
    0xc4,
    0,
    3,
    9,
    0xff,
    0xc2,
    0,
    17,
    8,
    1,
    2,
    1,
    0x2c,
    3,
  ),
}

describe('the size of a picture', () => {
  it('is read from PNG, GIF and JPEG', () => {
    const size = {width: 300, height: 258}
    expect(readImageHeader(pictures.png)).toMatchObject({...size, extension: 'png', hasAlpha: true})
    expect(readImageHeader(pictures.gif)).toMatchObject({...size, mimeType: 'image/gif'})
    expect(readImageHeader(pictures.jpg)).toMatchObject({
      ...size,
      extension: 'jpg',
      hasAlpha: false,
    })
  })

  it('is read from all three kinds of WebP', () => {
    const size = {width: 300, height: 258, extension: 'webp'}
    const lossy = webp('VP8 ', bytes(0, 0, 0, 0x9d, 1, 0x2a, 0x2c, 1, 2, 1))
    const packed = (300 - 1) | ((258 - 1) << 14) | (1 << 28)
    const lossless = webp(
      'VP8L',
      bytes(0x2f, packed & 0xff, (packed >> 8) & 0xff, (packed >> 16) & 0xff, packed >> 24),
    )
    const extended = webp('VP8X', bytes(0x10, 0, 0, 0, 0x2b, 1, 0, 1, 1, 0))
    expect(readImageHeader(lossy)).toMatchObject({...size, hasAlpha: false})
    expect(readImageHeader(lossless)).toMatchObject({...size, hasAlpha: true})
    expect(readImageHeader(extended)).toMatchObject({...size, hasAlpha: true})
  })

  it('is unknown for other bytes and for pictures cut off in their header', () => {
    expect(readImageHeader(Buffer.from('hello'))).toBeNull()
    expect(readImageHeader(Buffer.alloc(0))).toBeNull()
    for (const picture of Object.values(pictures)) {
      for (let length = 0; length < picture.length - 5; length++) {
        const cut = readImageHeader(picture.subarray(0, length))
        expect(cut === null || cut.width === 300).toBe(true)
      }
    }
  })
})
