import {existsSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {fillDemoShop} from '../demo/fill.ts'
import {createProgressLine} from './progressLine.ts'

/**
 * Fills the demo shop unless this data directory has been filled to the end before. What an interrupted fill left is
 * taken up: every step of it happens once by its key.
 */
export async function fillOnce(client: SanityClient, dataDirectory: string): Promise<void> {
  const mark = join(dataDirectory, 'demo-shop-filled')
  if (existsSync(mark)) return
  await fillDemoShop({client, onProgress: createProgressLine('Filling the demo shop')})
  writeFileSync(mark, `${new Date().toISOString()}\n`)
}
