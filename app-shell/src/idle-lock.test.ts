import { expect, it } from 'vitest'
import { IdleLock } from './idle-lock.ts'
import { closedShelf, memoryShelf } from './testing/memory-shelf.ts'

function tablet(shelf = memoryShelf(), start = 1_000_000) {
  const time = { wall: start, monotonic: 0 }
  const clock = { now: () => time.wall, monotonic: () => time.monotonic }
  const pass = (by: number, asleep = false) => {
    time.wall += by
    if (!asleep) time.monotonic += by
  }
  return { shelf, pass, idle: new IdleLock({ clock, shelf, screen: 'waiter', lockAfter: () => 45_000 }) }
}

it('[ADM-6] is due 45 s after the last touch, and not before', () => {
  const { idle, pass } = tablet()
  pass(44_000)
  expect(idle.isDue()).toBe(false)
  idle.touch()
  pass(44_000)
  expect(idle.isDue()).toBe(false)
  pass(1_000)
  expect(idle.isDue()).toBe(true)
})

it('[ADM-6] is due after a sleep, in which the monotonic clock stood still', () => {
  const { idle, pass } = tablet()
  pass(3_600_000, true)
  expect(idle.isDue()).toBe(true)
})

it('[ADM-6] knows after a start whether it was left alone, locked by a person, or never touched', () => {
  const first = tablet()
  expect(first.idle.wasLeft()).toBe(true)
  first.idle.touch()
  expect(tablet(first.shelf, 1_030_000).idle.wasLeft()).toBe(false)
  expect(tablet(first.shelf, 1_050_000).idle.wasLeft()).toBe(true)
  first.idle.forget()
  expect(tablet(first.shelf, 1_001_000).idle.wasLeft()).toBe(true)
})

it('asks for the PIN where nothing can be kept', () => {
  const clock = { now: () => 5, monotonic: () => 5 }
  const idle = new IdleLock({ clock, shelf: closedShelf, screen: 'waiter', lockAfter: () => 45_000 })
  idle.touch()
  expect(idle.wasLeft()).toBe(true)
})
