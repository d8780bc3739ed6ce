import {describe, expect, it} from 'vitest'
import {connect, openTestLake, rejectionOf} from './lakeRig.ts'

/** A 2 × 3 picture. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAEElEQVR4nGP4z8AAQgxwFgAtxwP9d3jEIgAAAABJRU5ErkJggg==',
  'base64',
)

describe('assets', () => {
  it('keeps an image under its hash and size and shows it to who has the address', async () => {
    const lake = await openTestLake()
    const client = connect(lake)
    const asset = await client.assets.upload('image', png, {
      filename: 'shop.png',
      title: 'Our shop',
    })
    const sha1 = asset.assetId
    expect(sha1).toMatch(/^[0-9a-f]{40}$/)
    expect(asset).toMatchObject({
      _id: `image-${sha1}-2x3-png`,
      _type: 'sanity.imageAsset',
      url: `${lake.url}/images/local/production/${sha1}-2x3.png`,
      path: `images/local/production/${sha1}-2x3.png`,
      extension: 'png',
      mimeType: 'image/png',
      originalFilename: 'shop.png',
      title: 'Our shop',
      size: png.byteLength,
      metadata: {dimensions: {width: 2, height: 3, aspectRatio: 2 / 3}},
    })
    const response = await fetch(asset.url)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(Buffer.from(await response.arrayBuffer()).equals(png)).toBe(true)
  })

  it('makes one document of the same picture sent twice', async () => {
    const client = connect(await openTestLake())
    const first = await client.assets.upload('image', png, {filename: 'a.png'})
    const second = await client.assets.upload('image', png, {filename: 'b.png'})
    expect(second).toEqual(first)
    expect(await client.fetch('count(*[_type == "sanity.imageAsset"])')).toBe(1)
  })

  it('never lets SVG or HTML run', async () => {
    const client = connect(await openTestLake())
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="5"><script>alert(1)</script></svg>',
    )
    const picture = await client.assets.upload('image', svg, {filename: 'x.svg'})
    const page = await client.assets.upload('file', Buffer.from('<script>alert(1)</script>'), {
      filename: 'x.html',
      contentType: 'text/html',
    })
    for (const {url} of [picture, page]) {
      const {headers} = await fetch(url)
      expect(headers.get('content-security-policy')).toContain('sandbox')
      expect(headers.get('content-disposition')).toBe('attachment')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
    expect((await fetch(page.url)).headers.get('content-type')).toBe('application/octet-stream')
    expect(picture).toMatchObject({metadata: {dimensions: {width: 4, height: 5}}})
  })

  it('refuses as image what is none, and serves nothing outside its folder', async () => {
    const lake = await openTestLake()
    const client = connect(lake)
    expect(
      await rejectionOf(client.assets.upload('image', Buffer.from('no picture'))),
    ).toMatchObject({statusCode: 400})
    expect(await client.fetch('count(*)')).toBe(0)
    for (const name of [
      '..%2F..%2Flake.sqlite',
      '%2e%2e',
      'lake.sqlite',
      `${'0'.repeat(40)}-2x3.png`,
    ]) {
      const response = await fetch(`${lake.url}/images/local/production/${name}`)
      expect([name, response.status]).toEqual([name, 404])
    }
  })
})
