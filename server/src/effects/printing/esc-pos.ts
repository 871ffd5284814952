// A slip as the bytes an ESC/POS printer takes. The printer is reset first, so that nothing of an earlier slip shows; the
// last command asks for the paper's state, and a printer answers it only when all before it is on paper and cut.

import { type CodePage, encodeCharacter, spelledOut, western } from './code-pages.ts'
import type { Slip, SlipLine, SlipStyle } from './slip.ts'
import { wrap } from './wrap.ts'

const esc = 0x1b
const gs = 0x1d

/** Characters on a line of the 80 mm roll, in the font every model has. */
export const columns = 42

export const askPaper = Uint8Array.of(gs, 0x72, 1)
/** Answered at once, even by a printer that is offline: why it is. */
export const askOffline = Uint8Array.of(0x10, 0x04, 2)

const sizes = { normal: 0x00, tall: 0x01, double: 0x11 } as const

class Bytes {
  readonly #all: number[] = []
  #page: CodePage = western

  put(...bytes: readonly number[]): void {
    this.#all.push(...bytes)
  }

  text(content: string): void {
    for (const char of content) {
      const { page, bytes } = encodeCharacter(char, this.#page)
      if (page !== undefined && page !== this.#page) {
        this.#page = page
        this.put(esc, 0x74, page.table)
      }
      this.put(...bytes)
    }
  }

  reset(): void {
    this.#page = western
    this.put(esc, 0x40, esc, 0x74, western.table)
  }

  take(): Uint8Array {
    return Uint8Array.from(this.#all)
  }
}

function style(out: Bytes, { size = 'normal', bold = false, inverse = false, align = 'left' }: SlipStyle): void {
  out.put(
    gs,
    0x21,
    sizes[size],
    esc,
    0x45,
    bold ? 1 : 0,
    gs,
    0x42,
    inverse ? 1 : 0,
    esc,
    0x61,
    align === 'left' ? 0 : 1,
  )
}

function rowsOf(line: SlipLine): readonly string[] {
  if (line.kind === 'rule') return ['-'.repeat(columns)]
  const width = line.size === 'double' ? columns / 2 : columns
  if (line.kind === 'text') return wrap(spelledOut(line.text), width, line.indent)
  const right = spelledOut(line.right)
  const left = wrap(spelledOut(line.left), width - right.length - 1)
  return left.map((row, index) => (index === left.length - 1 ? `${row.padEnd(width - right.length)}${right}` : row))
}

export function encodeSlip(slip: Slip): Uint8Array {
  const out = new Bytes()
  out.reset()
  for (const line of slip) {
    style(out, line.kind === 'rule' ? {} : line)
    for (const row of rowsOf(line)) {
      out.text(row)
      out.put(0x0a)
    }
  }
  style(out, {})
  // fed past the knife, then a partial cut
  out.put(esc, 0x64, 4, gs, 0x56, 1)
  out.put(...askPaper)
  return out.take()
}
