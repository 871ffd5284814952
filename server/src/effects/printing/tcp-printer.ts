// A network printer on its raw port. It is asked first whether it can print, and last whether the slip is out; a printer
// that answers neither is fed all the same, because many cheap ones never answer. One slip, one connection.

import { connect, type Socket } from 'node:net'
import type { PrinterProblem } from '@comanda/shared/model/floor'
import type { Cancel, Millis, Timers } from '@comanda/shared/ports/time'
import { askOffline } from './esc-pos.ts'
import type { PrinterAddress, PrinterPort, PrintOutcome } from './printer-port.ts'

export type Patience = {
  readonly connect: Millis
  readonly answer: Millis
  /** From the last byte to the cut: a long slip on a slow printer. */
  readonly print: Millis
}

const usualPatience: Patience = { connect: 3_000, answer: 1_000, print: 15_000 }

/** Bits of the answer to "why are you offline", and of the paper's state. */
const coverOpen = 0x04
const paperStop = 0x20
const inError = 0x40
const paperEnd = 0x0c

export const tcpPrinter =
  (timers: Timers, patience: Patience = usualPatience): PrinterPort =>
  async (address, slip) => {
    const line = await openLine(address, timers, patience.connect)
    if (line === undefined) return { kind: 'trouble', problem: 'unreachable', sent: false }
    try {
      line.write(askOffline)
      const state = await line.answer(patience.answer)
      if (state === 'closed') return { kind: 'trouble', problem: 'unreachable', sent: false }
      const problem = state === 'silent' ? undefined : problemOf(state)
      if (problem !== undefined) return { kind: 'trouble', problem, sent: false }
      line.write(slip)
      return outcomeOf(await line.answer(patience.print), state === 'silent')
    } finally {
      line.close()
    }
  }

function problemOf(state: number): PrinterProblem | undefined {
  if ((state & paperStop) !== 0) return 'paper-out'
  if ((state & coverOpen) !== 0) return 'cover-open'
  if ((state & inError) !== 0) return 'offline'
  return undefined
}

function outcomeOf(after: Answer, saidNothingBefore: boolean): PrintOutcome {
  if (after === 'silent')
    return saidNothingBefore ? { kind: 'unconfirmed' } : { kind: 'trouble', problem: 'offline', sent: true }
  if (after === 'closed') return { kind: 'trouble', problem: 'unreachable', sent: true }
  if ((after & paperEnd) !== 0) return { kind: 'trouble', problem: 'paper-out', sent: true }
  return { kind: 'printed' }
}

type Answer = number | 'silent' | 'closed'

type Line = {
  readonly write: (bytes: Uint8Array) => void
  /** The next byte that the printer says, or that it says none in time. */
  readonly answer: (within: Millis) => Promise<Answer>
  readonly close: () => void
}

function openLine({ host, port }: PrinterAddress, timers: Timers, within: Millis): Promise<Line | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, noDelay: true })
    const give = (line: Line | undefined): void => {
      cancel()
      if (line === undefined) socket.destroy()
      resolve(line)
    }
    const cancel = timers.after(within, () => give(undefined))
    socket.on('error', () => give(undefined))
    socket.once('connect', () => give(talking(socket, timers)))
  })
}

function talking(socket: Socket, timers: Timers): Line {
  const heard: number[] = []
  let closed = false
  let waiting: ((answer: Answer) => void) | undefined
  const tell = (): void => {
    const next = heard[0]
    if (waiting === undefined || (next === undefined && !closed)) return
    const resolve = waiting
    waiting = undefined
    resolve(heard.shift() ?? 'closed')
  }
  socket.on('data', (bytes: Buffer) => {
    heard.push(...bytes)
    tell()
  })
  socket.on('close', () => {
    closed = true
    tell()
  })
  return {
    write: (bytes) => {
      if (!closed) socket.write(bytes)
    },
    answer: (within) =>
      new Promise((resolve) => {
        let cancel: Cancel = () => {}
        waiting = (answer) => {
          cancel()
          resolve(answer)
        }
        cancel = timers.after(within, () => {
          waiting = undefined
          resolve('silent')
        })
        tell()
      }),
    close: () => socket.destroy(),
  }
}
