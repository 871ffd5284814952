import { expect, it } from 'vitest'
import { readSeat, seatKeeper } from './seat.ts'
import { memoryDevice } from './testing/memory-shelf.ts'

const answer = {
  restaurant: { id: 'casa-lola', name: 'Casa Lola', zone: 'Europe/Madrid' },
  device: { id: 'd1', name: 'Bar tablet', kind: 'tablet', stationIds: ['bar'] },
  staff: { sid: 's1', staffId: 'ana' },
  people: [
    { id: 'ana', name: 'Ana', roles: ['waiter'], language: 'en', active: true, mayEnter: true },
    { id: 'daria', name: 'Daria', roles: ['waiter'], language: 'ru', active: true, mayEnter: false },
  ],
}

it('reads the answer of the server, and what was kept of it, as the same seat', async () => {
  const seat = readSeat(answer)
  expect(seat).toMatchObject({ me: { sid: 's1', name: 'Ana', roles: ['waiter'] }, device: { stationIds: ['bar'] } })
  const keeper = seatKeeper(memoryDevice(), 'waiter')
  keeper.save(seat)
  expect(await keeper.load()).toEqual(seat)
  keeper.save(undefined)
  expect(await keeper.load()).toBeUndefined()
})

it('keeps each screen of a browser apart', async () => {
  const shelf = memoryDevice()
  seatKeeper(shelf, 'waiter').save(readSeat(answer))
  await seatKeeper(shelf, 'waiter').load()
  expect(await seatKeeper(shelf, 'kitchen').load()).toBeUndefined()
})

it('takes whatever is odd for absent', async () => {
  const odd: unknown[] = [
    undefined,
    null,
    'text',
    [],
    { ...answer, device: { ...answer.device, kind: 'toaster' } },
    { ...answer, restaurant: { id: 7 } },
    { device: answer.device },
  ]
  for (const value of odd) expect(readSeat(value)).toBeUndefined()
  expect(readSeat({ ...answer, people: [{ id: 3 }, 'x'] })).toMatchObject({ people: [] })
  expect(readSeat({ ...answer, staff: { sid: 's1', staffId: 'nobody' } })?.me).toBeUndefined()
  const broken = { load: () => Promise.reject(new Error('denied')), save: () => Promise.reject(new Error('denied')) }
  const keeper = seatKeeper(broken, 'waiter')
  keeper.save(readSeat(answer))
  expect(await keeper.load()).toBeUndefined()
})
