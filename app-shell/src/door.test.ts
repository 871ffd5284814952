import { expect, it } from 'vitest'
import type { News } from './adapters/page.ts'
import type { Answer, Api, Problem } from './api.ts'
import { DoorKeeper } from './door.ts'
import { seatKeeper } from './seat.ts'
import { memoryDevice } from './testing/memory-shelf.ts'

const me = {
  restaurant: { id: 'casa-lola', name: 'Casa Lola' },
  device: { id: 'd1', name: 'Tablet', kind: 'tablet', stationIds: [] },
  people: [{ id: 'ana', name: 'Ana', roles: ['waiter'], language: 'en', mayEnter: true }],
}
const signedIn = { ...me, staff: { sid: 's1', staffId: 'ana' } }
const yes = (body: unknown): Answer => ({ ok: true, status: 200, body })
const no = (code: Problem['code']): Answer => ({
  ok: false,
  status: 0,
  problem: { code, message: '', kept: '', next: '', details: {} },
})

function door(
  answers: Readonly<Record<string, Answer>>,
  more: Partial<{ kept: unknown; locked: boolean; needs: boolean; news: News }> = {},
) {
  const said = { ...answers }
  const ask = async (path: string): Promise<Answer> => said[path] ?? no('unreachable')
  const api: Api = { get: ask, post: ask }
  const kept = seatKeeper(memoryDevice(more.kept === undefined ? {} : { 'seat waiter': more.kept }), 'waiter')
  const keeper = new DoorKeeper({
    api,
    keeper: kept,
    kinds: ['tablet'],
    needsPerson: more.needs ?? true,
    startsLocked: more.locked ?? false,
    news: more.news ?? { tell: () => {}, hear: () => {} },
  })
  return { keeper, said, kept }
}

it('opens on what is kept while the server is down, and only for the one who was signed in', async () => {
  const { keeper } = door({}, { kept: signedIn })
  await keeper.begin()
  expect(keeper.door.value).toEqual({ at: 'open' })
  const nobody = door({}, { kept: me }).keeper
  await nobody.begin()
  expect(nobody.door.value).toEqual({ at: 'signing-in' })
  const stranger = door({}).keeper
  await stranger.begin()
  expect(stranger.door.value).toMatchObject({ at: 'unreachable' })
})

it('believes the server more than what is kept', async () => {
  const signedOut = door({ '/api/me': yes(me) }, { kept: signedIn }).keeper
  await signedOut.begin()
  expect(signedOut.door.value).toEqual({ at: 'signing-in' })
  const unknown = door({ '/api/me': no('not-signed-in') }, { kept: signedIn })
  await unknown.keeper.begin()
  expect(unknown.keeper.door.value).toEqual({ at: 'pairing', revoked: false })
  expect(await unknown.kept.load()).toBeUndefined()
  const revoked = door({ '/api/me': no('access-revoked') }, { kept: signedIn }).keeper
  await revoked.begin()
  expect(revoked.door.value).toEqual({ at: 'pairing', revoked: true })
})

it('keeps what it knows when the server is merely busy or broken', async () => {
  const { keeper } = door({ '/api/me': no('internal') }, { kept: signedIn })
  await keeper.begin()
  expect(keeper.door.value).toEqual({ at: 'open' })
})

it('says when the browser is another kind of device', async () => {
  const { keeper } = door({ '/api/me': yes({ ...me, device: { ...me.device, kind: 'board' } }) })
  await keeper.begin()
  expect(keeper.door.value).toEqual({ at: 'wrong-kind', kind: 'board' })
})

it('[ADM-6] locks, stays locked through a look at the server, and opens with a PIN or for its own person', async () => {
  const { keeper, said } = door({ '/api/me': yes(signedIn) }, { locked: true })
  await keeper.begin()
  expect(keeper.door.value).toEqual({ at: 'locked' })
  keeper.unlock()
  expect(keeper.door.value).toEqual({ at: 'open' })
  keeper.lock()
  await keeper.ask()
  expect(keeper.door.value).toEqual({ at: 'locked' })
  said['/api/sign-in'] = no('wrong-pin')
  expect((await keeper.signIn({ staffId: 'ana', pin: '0000' })).ok).toBe(false)
  expect(keeper.door.value).toEqual({ at: 'locked' })
  said['/api/sign-in'] = yes({ sid: 's2', staffId: 'ana', name: 'Ana', roles: ['waiter'] })
  await keeper.signIn({ staffId: 'ana', pin: '1111' })
  expect(keeper.door.value).toEqual({ at: 'open' })
  expect(keeper.seat.value?.me?.sid).toBe('s2')
})

it('does not lock a screen that nobody is signed in on', async () => {
  const { keeper } = door({ '/api/me': yes(me) }, { needs: false })
  await keeper.begin()
  keeper.lock()
  expect(keeper.door.value).toEqual({ at: 'open' })
})

it('signs out at the server or not at all', async () => {
  const { keeper, said, kept } = door({ '/api/me': yes(signedIn) })
  await keeper.begin()
  expect(await keeper.signOut()).toBe('unreachable')
  expect(keeper.door.value).toEqual({ at: 'open' })
  said['/api/sign-out'] = { ok: true, status: 204, body: undefined }
  expect(await keeper.signOut()).toBe('done')
  expect(keeper.door.value).toEqual({ at: 'signing-in' })
  expect(await kept.load()).not.toHaveProperty('me')
})

it('tells the other tabs who signed in or out, and looks again when another tab did', async () => {
  let told = 0
  let hear = () => {}
  const news: News = {
    tell: () => {
      told += 1
    },
    hear: (run) => {
      hear = run
    },
  }
  const { keeper, said } = door({ '/api/me': yes(signedIn), '/api/sign-out': yes(undefined) }, { news })
  await keeper.begin()
  expect(told).toBe(0)
  await keeper.signOut()
  expect(told).toBe(1)
  said['/api/sign-in'] = yes({ sid: 's2', staffId: 'ana' })
  await keeper.signIn({ staffId: 'ana', pin: '1111' })
  expect(told).toBe(2)
  said['/api/me'] = yes(me)
  hear()
  await expect.poll(() => keeper.door.value.at).toBe('signing-in')
  expect(told).toBe(2)
})
