import {request as httpRequest} from 'node:http'
import {describe, expect, it} from 'vitest'
import type {Lake} from '../../studio/lake/lake.ts'
import {adminToken, cleanUp, openTestLake} from './lakeRig.ts'

const authorization = `Bearer ${adminToken}`

describe('a stranger', () => {
  const paths = [
    'data/query/production?query=*',
    'data/doc/production/a',
    'data/listen/production?query=*',
    'data/export/production',
    'data/history/production/documents/a',
    'data/history/production/transactions/a',
    'data/history/production/events/documents/a',
    'users/me',
    'users/administrator',
    'users/me/keyvalue/a',
    'projects/local',
    'projects/local/grants',
    'projects/local/roles',
    'projects/local/datasets',
    'projects/local/datasets/production/acl',
    'datasets',
  ]

  function statusOf(lake: Lake, path: string, headers: Record<string, string>) {
    return new Promise<number>((resolve, reject) => {
      const options = {host: '127.0.0.1', port: lake.port, path: `/v2025-02-19/${path}`, headers}
      const request = httpRequest(options, (response) => {
        resolve(response.statusCode ?? 0)
        response.destroy()
      })
      request.on('error', reject).end()
    })
  }

  it('with the wrong token, from another Origin or by another Host gets no answer from any endpoint', async () => {
    const lake = await openTestLake()
    const host = `localhost:${lake.port}`
    for (const path of paths) {
      expect([path, await statusOf(lake, path, {host, authorization})]).toEqual([path, 200])
      expect([path, await statusOf(lake, path, {host})]).toEqual([path, 401])
      expect([path, await statusOf(lake, path, {host, authorization: 'Bearer no'})]).toEqual([
        path,
        401,
      ])
      const token = {authorization}
      expect([
        path,
        await statusOf(lake, path, {...token, host, origin: 'http://evil.example'}),
      ]).toEqual([path, 403])
      expect([path, await statusOf(lake, path, {...token, host, origin: 'null'})]).toEqual([
        path,
        403,
      ])
      expect([path, await statusOf(lake, path, {...token, host: 'evil.example'})]).toEqual([
        path,
        421,
      ])
    }
  })

  it('gets no socket for presence or listeners by another Origin or Host', async () => {
    const lake = await openTestLake()
    const open = (path: string, headers: Record<string, string>) =>
      new Promise<number>((resolve, reject) => {
        const upgrade = {
          connection: 'Upgrade',
          upgrade: 'websocket',
          'sec-websocket-version': '13',
          'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        }
        const request = httpRequest({
          host: '127.0.0.1',
          port: lake.port,
          path,
          headers: {...upgrade, ...headers},
        })
        request.on('response', (response) => resolve(response.statusCode ?? 0))
        request.on('upgrade', (_response, socket) => {
          cleanUp(() => void socket.destroy())
          resolve(101)
        })
        request.on('error', reject).end()
      })
    const host = `localhost:${lake.port}`
    for (const path of ['/v1/socket/production', '/listen-socket']) {
      expect(await open(path, {host})).toBe(101)
      expect(await open(path, {host, origin: 'http://evil.example'})).toBe(403)
      expect(await open(path, {host, origin: 'null'})).toBe(403)
      expect(await open(path, {host: 'evil.example'})).toBe(421)
    }
  })
})
