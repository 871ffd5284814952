// A receipt printer on a port of its own that understands what it is sent: text with its style, cuts, questions about its
// state. A test reads its paper, opens its cover, takes its paper away, cuts its network.

import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'
import { cyrillic, western } from '../effects/printing/code-pages.ts'

export type PaperLine = {
  readonly text: string
  readonly bold: boolean
  readonly inverse: boolean
  readonly large: boolean
}

export type PaperPrinter = {
  readonly port: number
  /** Slips that were cut, oldest first. */
  readonly slips: readonly (readonly PaperLine[])[]
  readonly texts: () => readonly string[]
  condition: 'well' | 'paper-out' | 'cover-open'
  /** Never says anything. */
  mute: boolean
  /** Takes a slip and breaks the line before the cut. */
  breaksOff: boolean
  readonly stop: () => Promise<void>
  /** Listens again on the same port. */
  readonly start: () => Promise<void>
}

export async function paperPrinter(): Promise<PaperPrinter> {
  const slips: (readonly PaperLine[])[] = []
  const sockets = new Set<Socket>()
  let server: Server | undefined
  let port = 0
  const listen = (): Promise<void> =>
    new Promise((resolve) => {
      const opening = createServer((socket) => {
        sockets.add(socket)
        socket.on('close', () => sockets.delete(socket))
        socket.on('error', () => {})
        const reading = new Reading(printer, socket, slips)
        socket.on('data', (bytes: Buffer) => reading.take(bytes))
      })
      server = opening
      opening.listen(port, '127.0.0.1', () => {
        port = (opening.address() as AddressInfo).port
        resolve()
      })
    })
  const printer: PaperPrinter = {
    get port() {
      return port
    },
    slips,
    texts: () => slips.map((slip) => slip.map(({ text }) => text).join('\n')),
    condition: 'well',
    mute: false,
    breaksOff: false,
    start: listen,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server?.close(() => resolve())
      }),
  }
  await listen()
  return printer
}

type Style = { bold: boolean; inverse: boolean; large: boolean; upper: string }

class Reading {
  readonly #printer: PaperPrinter
  readonly #socket: Socket
  readonly #slips: (readonly PaperLine[])[]
  #bytes: number[] = []
  #style: Style = { bold: false, inverse: false, large: false, upper: western.upper }
  #text = ''
  #lines: PaperLine[] = []

  constructor(printer: PaperPrinter, socket: Socket, slips: (readonly PaperLine[])[]) {
    this.#printer = printer
    this.#socket = socket
    this.#slips = slips
  }

  take(bytes: Buffer): void {
    this.#bytes.push(...bytes)
    for (let used = this.#next(); used > 0; used = this.#next()) this.#bytes.splice(0, used)
  }

  /** How many bytes the next thing is long; 0: it is not all there yet. */
  #next(): number {
    const [first = -1, second = -1, third = -1] = this.#bytes
    if (first < 0) return 0
    if (first === 0x10) return third < 0 ? 0 : this.#offline()
    if (first !== 0x1b && first !== 0x1d) return this.#letter(first)
    if (second < 0) return 0
    if (first === 0x1b && second === 0x40) {
      this.#style = { bold: false, inverse: false, large: false, upper: western.upper }
      return 2
    }
    return third < 0 ? 0 : this.#command(first, second, third)
  }

  #command(first: number, second: number, argument: number): number {
    const name = `${first === 0x1b ? 'ESC' : 'GS'} ${String.fromCharCode(second)}`
    if (name === 'ESC t') this.#style.upper = argument === cyrillic.table ? cyrillic.upper : western.upper
    else if (name === 'ESC E') this.#style.bold = argument === 1
    else if (name === 'GS B') this.#style.inverse = argument === 1
    else if (name === 'GS !') this.#style.large = argument !== 0
    else if (name === 'GS V') this.#cut()
    else if (name === 'GS r') this.#say(this.#printer.condition === 'paper-out' ? 0x0c : 0x00)
    else if (name !== 'ESC a' && name !== 'ESC d') throw new Error(`a printer would not know ${name}`)
    return 3
  }

  #letter(byte: number): number {
    if (byte !== 0x0a) {
      this.#text += byte < 128 ? String.fromCharCode(byte) : this.#style.upper.charAt(byte - 128)
      return 1
    }
    const { bold, inverse, large } = this.#style
    this.#lines.push({ text: this.#text, bold, inverse, large })
    this.#text = ''
    return 1
  }

  #cut(): void {
    if (this.#printer.breaksOff) {
      this.#socket.destroy()
      return
    }
    this.#slips.push(this.#lines)
    this.#lines = []
  }

  #offline(): number {
    const bits = { well: 0x12, 'paper-out': 0x32, 'cover-open': 0x16 }
    this.#say(bits[this.#printer.condition])
    return 3
  }

  #say(byte: number): void {
    if (!this.#printer.mute) this.#socket.write(Uint8Array.of(byte))
  }
}
