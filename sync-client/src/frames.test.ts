import { largestUpFrame as protocolsLargest } from '@comanda/shared/protocol/up'
import { describe, expect, it } from 'vitest'
import { frameBytes, largestUpFrame, readFrame } from './frames.ts'

describe('frames', () => {
  it('are as large as the protocol lets them be', () => {
    expect(largestUpFrame).toBe(protocolsLargest)
  })

  it.each(['', 'null', '[]', '7', '{"t":7}', '{"t":"ev","from":1}', '{"t":"ev","from":1,"to":"2","events":[]}', '{'])(
    'that are none are told from those that are: %s',
    (text) => {
      expect(readFrame(text)).toBeUndefined()
    },
  )

  it('of a kind that a newer server may know are let pass', () => {
    expect(readFrame('{"t":"weather","rain":true}')).toBe('unknown')
    expect(readFrame('{"t":"constructor"}')).toBe('unknown')
  })

  it('are read as they are', () => {
    const frame = { t: 'hb', head: 3, now: 5, backedUpSeq: 0 }
    expect(readFrame(JSON.stringify(frame))).toEqual(frame)
  })

  it.each(['', 'plain', 'é', 'без лука', '🍋 lemon', '中文'])('are measured in bytes: %s', (text) => {
    expect(frameBytes(text)).toBe(new TextEncoder().encode(text).length)
  })
})
