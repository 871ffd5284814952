import { expect, test } from 'vitest'
import { type Audible, heardOf, newsOf } from './news.ts'

const audible = (id: string, more: Partial<Audible> = {}): Audible => ({ id, version: 1, isQuiet: false, ...more })

test('[KDS-15] new and changed are heard once; what was told by mouth, brought back, or there from the start is not', () => {
  const old = audible('old')
  expect(newsOf(undefined, [old]).sounds).toEqual([])
  const heard = heardOf([old])
  expect(newsOf(heard, [old, audible('new'), audible('other')])).toMatchObject({
    sounds: ['new'],
    came: ['new', 'other'],
  })
  expect(newsOf(heard, [old, audible('told', { isQuiet: true })]).sounds).toEqual([])
  expect(newsOf(heard, [audible('old', { version: 2 })])).toMatchObject({ sounds: ['changed'], changed: ['old'] })
  expect(newsOf(heardOf([audible('old', { version: 2 })]), [audible('old', { version: 2 })]).sounds).toEqual([])
})

test('[KDS-15] [KDS-11] at the pass a course is heard when everything of it is there, once', () => {
  const heard = heardOf([audible('t8', { isReady: false })])
  expect(newsOf(heard, [audible('t8', { isReady: true })]).sounds).toEqual(['ready'])
  expect(newsOf(heardOf([audible('t8', { isReady: true })]), [audible('t8', { isReady: true })]).sounds).toEqual([])
})
