import { expect, it } from 'vitest'
import { cacheName, cachesToDrop, sourceOf } from './release.ts'

const origin = 'https://lola.example'
const from = (url: string, more: { method?: string; navigates?: boolean } = {}) =>
  sourceOf({ method: 'GET', url: `${origin}${url}`, navigates: false, ...more }, origin, 'waiter')

it('answers its own pages and files, and nothing else', () => {
  expect(from('/waiter/', { navigates: true })).toBe('page')
  expect(from('/waiter/table/5', { navigates: true })).toBe('page')
  expect(from('/waiter/assets/index-1.js')).toBe('file')
  for (const path of ['/api/me?as=waiter', '/ws', '/kitchen/', '/waiterx/a.js', '/', '/waiter/sw.js']) {
    expect(from(path), path).toBe('network')
  }
  expect(from('/kitchen/', { navigates: true })).toBe('network')
  expect(from('/waiter/', { method: 'POST' })).toBe('network')
  expect(sourceOf({ method: 'GET', url: 'https://else.example/waiter/', navigates: false }, origin, 'waiter')).toBe(
    'network',
  )
})

it('keeps its own files and those of one release before', () => {
  const names = ['one', 'two', 'three'].map((release) => cacheName({ screen: 'waiter', release }))
  const kitchen = cacheName({ screen: 'kitchen', release: 'one' })
  expect(cachesToDrop([...names, kitchen, 'other'], { screen: 'waiter', release: 'three' })).toEqual([names[0]])
  expect(cachesToDrop(names.slice(0, 1), { screen: 'waiter', release: 'one' })).toEqual([])
})
