// The built screens over HTTP: what may be kept for ever and what never, what is a page and what is missing.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { casaLola } from '@comanda/demo/restaurant'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HttpClient } from '../testing/http-client.ts'
import { type LiveServer, liveServer } from '../testing/live-server.ts'

describe('a built screen', () => {
  let live: LiveServer
  let client: HttpClient
  const folder = mkdtempSync(join(tmpdir(), 'comanda-screen-'))
  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Page</title>')
    writeFileSync(join(folder, 'sw.js'), 'worker')
    writeFileSync(join(folder, 'assets', 'index-Abc.js'), 'plain')
    writeFileSync(join(folder, 'assets', 'index-Abc.js.gz'), gzipSync('packed'))
    live = await liveServer(casaLola, {}, { built: new Map([['/waiter', folder]]) })
    client = live.client()
  })
  afterAll(async () => {
    await live.stop()
    rmSync(folder, { recursive: true })
  })

  const page = { accept: 'text/html,*/*' }

  it('keeps hashed files for ever and asks anew for what names them', async () => {
    const asset = await client.ask('GET', '/waiter/assets/index-Abc.js')
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(asset.headers.get('content-type')).toContain('javascript')
    for (const path of ['/waiter/', '/waiter/index.html', '/waiter/sw.js']) {
      expect((await client.ask('GET', path)).headers.get('cache-control'), path).toBe('no-cache')
    }
  })

  it('hands out the packed copy to whoever takes it', async () => {
    expect(
      (await client.ask('GET', '/waiter/assets/index-Abc.js', undefined, { 'accept-encoding': 'gzip' })).text,
    ).toBe('packed')
    const plain = { 'accept-encoding': 'identity' }
    expect((await client.ask('GET', '/waiter/assets/index-Abc.js', undefined, plain)).text).toBe('plain')
  })

  it('is the page for every address in it that is opened, and nothing for a file that is missing', async () => {
    expect((await client.ask('GET', '/waiter/table/5', undefined, page)).text).toContain('<title>Page</title>')
    expect((await client.ask('GET', '/waiter', undefined, page)).text).toContain('<title>Page</title>')
    expect((await client.ask('GET', '/waiter/assets/gone-1.js', undefined, page)).status).toBe(404)
    expect((await client.ask('GET', '/waiter/table/5', undefined, { accept: '*/*' })).status).toBe(404)
    expect((await client.ask('GET', '/waiter/..%2f..%2fpackage.json')).status).toBe(404)
    expect((await client.ask('GET', '/kitchen/', undefined, page)).status).toBe(404)
  })

  it('stands behind the same guards as everything, and is linked from the start page', async () => {
    const answer = await client.ask('GET', '/waiter/', undefined, page)
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect((await client.ask('GET', '/waiter/', undefined, { origin: 'http://elsewhere.example' })).status).toBe(403)
    const start = (await client.ask('GET', '/')).text
    expect(start).toContain('href="/waiter/"')
    expect(start).not.toContain('href="/kitchen/"')
  })
})
