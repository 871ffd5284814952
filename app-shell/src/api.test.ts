import { expect, it } from 'vitest'
import { createApi } from './api.ts'

const unreachable = { message: 'No answer.', kept: 'Kept.', next: 'Look.' }

function speaking(respond: (path: string, init: RequestInit) => Response | Promise<Response>) {
  const asked: { path: string; init: RequestInit }[] = []
  const api = createApi({
    screen: 'kitchen',
    language: () => 'ru',
    unreachable: () => unreachable,
    fetch: async (path, init) => {
      asked.push({ path, init })
      return respond(path, init)
    },
  })
  return { api, asked }
}

it('says in which screen of the browser and in which language it speaks', async () => {
  const { api, asked } = speaking(() => Response.json({ ok: true }))
  expect(await api.post('/api/x', { a: 1 })).toEqual({ ok: true, status: 200, body: { ok: true } })
  await api.get('/api/reports/daily?date=2026-11-20')
  expect(asked.map(({ path }) => path)).toEqual(['/api/x?as=kitchen', '/api/reports/daily?date=2026-11-20&as=kitchen'])
  expect(asked[0]?.init).toMatchObject({ method: 'POST', body: '{"a":1}', headers: { 'accept-language': 'ru' } })
  expect(asked[1]?.init.headers).not.toHaveProperty('content-type')
})

it('gives a refusal as a value, with what a person needs to read', async () => {
  const body = { error: { code: 'wrong-pin', message: 'M', kept: 'K', next: 'N', details: { seconds: 3 } } }
  const { api } = speaking(() => Response.json(body, { status: 401 }))
  expect(await api.post('/api/sign-in', {})).toEqual({
    ok: false,
    status: 401,
    problem: { code: 'wrong-pin', message: 'M', kept: 'K', next: 'N', details: { seconds: 3 } },
  })
})

it.each([
  ['no connection', () => Promise.reject(new TypeError('failed'))],
  ['a page of something in between', () => new Response('<html>', { status: 502 })],
  ['a cut answer', () => new Response('{"ok":', { status: 200 })],
  ['an error of another shape', () => Response.json({ message: 'no' }, { status: 500 })],
])('takes %s for a server that cannot be reached', async (_, respond) => {
  const { api } = speaking(respond)
  expect(await api.get('/api/me')).toMatchObject({ ok: false, problem: { code: 'unreachable', ...unreachable } })
})

it('takes an empty answer for what it is', async () => {
  const { api } = speaking(() => new Response(null, { status: 204 }))
  expect(await api.post('/api/sign-out', {})).toEqual({ ok: true, status: 204, body: undefined })
})
