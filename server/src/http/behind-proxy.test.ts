// What a proxy in front changes: cookies that travel over TLS alone, and no short cut of the demo for whoever it lets in.
import { request } from 'node:http'
import { casaLola } from '@comanda/demo/restaurant'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LiveServer, liveServer } from '../testing/live-server.ts'

type Told = { readonly status: number; readonly cookies: readonly string[]; readonly text: string }

const site = 'https://orders.example'

describe('behind a proxy that ends TLS', () => {
  let live: LiveServer
  beforeAll(async () => {
    live = await liveServer(casaLola, {}, { demo: true }, [site])
  })
  afterAll(() => live.stop())

  /** With a Host of one's own, which fetch does not allow. */
  const ask = (method: string, path: string, headers: Record<string, string>, body = ''): Promise<Told> =>
    new Promise((resolve, reject) => {
      const length = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
      const all = { ...(body === '' ? {} : length), ...headers }
      const asked = request({ host: '127.0.0.1', port: live.server.port, method, path, headers: all }, (answer) => {
        let text = ''
        answer.on('data', (part) => {
          text += String(part)
        })
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, cookies: answer.headers['set-cookie'] ?? [], text }),
        )
      })
      asked.on('error', reject)
      asked.end(body)
    })

  const through = { host: 'orders.example', origin: site }

  it('marks its cookies Secure for pages that were opened over TLS, and for no others', async () => {
    const { cookie } = await live.signedIn('tablet', 'ana')
    const body = JSON.stringify({ staffId: 'ana', pin: casaLola.pins.ana })
    const near = { host: `127.0.0.1:${live.server.port}`, origin: live.server.url }
    for (const [headers, secure] of [
      [through, true],
      [near, false],
    ] as const) {
      const told = await ask('POST', '/api/sign-in', { ...headers, cookie }, body)
      expect(told.status, told.text).toBe(200)
      expect(told.cookies).toHaveLength(1)
      expect(told.cookies[0]?.includes('Secure'), told.cookies[0]).toBe(secure)
    }
  })

  it('says nothing of a demo to whoever the proxy lets in, however it names this server', async () => {
    const near = `127.0.0.1:${live.server.port}`
    const own = `http://${near}`
    for (const headers of [
      through,
      { host: near, origin: site },
      { host: near, origin: own, 'x-forwarded-for': '203.0.113.9' },
      { host: near, origin: own, forwarded: 'for=203.0.113.9' },
    ]) {
      expect(JSON.parse((await ask('GET', '/api/setup', headers)).text)).toMatchObject({ demo: false })
      const told = await ask('POST', '/api/demo/device', headers, '{"kind":"tablet"}')
      expect(told.status, told.text).toBe(404)
      expect(told.cookies).toEqual([])
    }
    for (const host of [near, `localhost:${live.server.port}`]) {
      const headers = { host, origin: `http://${host}` }
      expect(JSON.parse((await ask('GET', '/api/setup', headers)).text)).toMatchObject({ demo: true })
      expect((await ask('POST', '/api/demo/device', headers, '{"kind":"tablet"}')).status).toBe(201)
    }
  })
})
