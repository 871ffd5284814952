import type { EventEmitter } from 'node:events'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as ws from 'ws'
import { framedText, ownFrame, sharedFrame } from './shared-frame.ts'

type Reader = EventEmitter & { write(bytes: Buffer): void }
/** Its types leave out the half that only reads. */
const { Receiver } = ws as unknown as { Receiver: new (options: { isServer: boolean }) => Reader }

/** What a WebSocket library reads from these bytes. */
function read(bytes: Buffer): string[] {
  const receiver = new Receiver({ isServer: false })
  const heard: string[] = []
  receiver.on('message', (data: Buffer, isBinary: boolean) => heard.push(isBinary ? 'binary' : data.toString()))
  receiver.write(bytes)
  return heard
}

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.constantFrom(0, 1, 124, 125, 126, 127, 65_534, 65_535, 65_536, 300_000).map((length) => 'x'.repeat(length)),
)

test('a frame made here is what the library would have written, whoever it is for', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const frame of [ownFrame(text), sharedFrame(Buffer.from(text)), sharedFrame(framedText(text))]) {
        expect(read(frame)).toEqual([text])
      }
    }),
  )
})

test('what many get is the text itself, and is sent without a copy', () => {
  const payload = framedText('дорада')
  expect(payload.toString()).toBe('дорада')
  expect(sharedFrame(payload).buffer).toBe(payload.buffer)
  expect(sharedFrame(payload)).toBe(sharedFrame(payload))
})
