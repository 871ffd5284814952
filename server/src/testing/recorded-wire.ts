// The far end of a session, held by a test: every frame it was sent, and how the connection ended.
import type { DownFrame } from '@comanda/shared/protocol/down'
import type { Wire } from '../sync/wire.ts'

export type RecordedWire = Wire & {
  readonly frames: DownFrame[]
  readonly closes: { code: number; reason: string }[]
  bufferedAmount: number
  of: <Type extends DownFrame['t']>(type: Type) => Extract<DownFrame, { t: Type }>[]
}

export function recordedWire(): RecordedWire {
  const frames: DownFrame[] = []
  const closes: { code: number; reason: string }[] = []
  return {
    frames,
    closes,
    bufferedAmount: 0,
    send: (frame) => {
      frames.push(JSON.parse(frame.toString()) as DownFrame)
    },
    close: (code, reason) => {
      closes.push({ code, reason })
    },
    terminate: () => {},
    of: (type) => frames.filter((frame) => frame.t === type) as never,
  }
}
