import {existsSync} from 'node:fs'
import {chromium} from 'playwright-core'
import type {Browser} from 'playwright-core'

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A headless Chromium: `CHROMIUM_PATH`, else the system's, else the one that npm installed. Close it when done. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({executablePath: await chromiumPath(), args: flags})
}

async function chromiumPath(): Promise<string> {
  const chosen = process.env['CHROMIUM_PATH']
  if (chosen) return chosen
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  const packaged = await import('@sparticuz/chromium')
  return packaged.default.executablePath()
}
