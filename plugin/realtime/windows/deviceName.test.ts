import {expect, it} from 'vitest'
import {deviceName} from './deviceName.ts'

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'

it.each([
  [`Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} HeadlessChrome/141.0 Safari/537.36`, 'Chrome, Linux'],
  [
    `Mozilla/5.0 (Linux; Android 14) ${WEBKIT} Chrome/141.0 Mobile Safari/537.36`,
    'Chrome, Android',
  ],
  [`Mozilla/5.0 (Windows NT 10.0; Win64) ${WEBKIT} Chrome/141 Safari/5 Edg/141.0`, 'Edge, Windows'],
  ['Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Windows'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/6 Version/18 Safari/6',
    'Safari, macOS',
  ],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18 Safari/6', 'Safari, iPhone'],
  ['till-display/3', 'till-display/3'],
  ['', '?'],
])('%s is %s', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name)
})
