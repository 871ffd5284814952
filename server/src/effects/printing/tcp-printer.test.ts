// A printer on a real port: what becomes of a slip is what the printer says, never what we hope.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemTimers } from '../../adapters/system-time.ts'
import { type PaperPrinter, paperPrinter } from '../../testing/paper-printer.ts'
import { encodeSlip } from './esc-pos.ts'
import { rule, text } from './slip.ts'
import { tcpPrinter } from './tcp-printer.ts'

let printer: PaperPrinter
const send = tcpPrinter(systemTimers, { connect: 2_000, answer: 150, print: 300 })
const slip = encodeSlip([text('Grill', { bold: true }), rule, text('2 Steak')])
const address = () => ({ host: '127.0.0.1', port: printer.port })

beforeEach(async () => {
  printer = await paperPrinter()
})
afterEach(() => printer.stop())

describe('a slip sent to a printer', () => {
  test('is printed when the printer says so after the cut', async () => {
    expect(await send(address(), slip)).toEqual({ kind: 'printed' })
    expect(printer.slips).toHaveLength(1)
    expect(printer.slips[0]?.[0]).toEqual({ text: 'Grill', bold: true, inverse: false, large: false })
    expect(printer.texts()[0]).toContain('2 Steak')
  })

  test.each(['paper-out', 'cover-open'] as const)('waits while it cannot print: %s', async (condition) => {
    printer.condition = condition
    expect(await send(address(), slip)).toEqual({ kind: 'trouble', problem: condition, sent: false })
    expect(printer.slips).toHaveLength(0)
  })

  test('to nobody: unreachable, and nothing was sent', async () => {
    await printer.stop()
    expect(await send(address(), slip)).toEqual({ kind: 'trouble', problem: 'unreachable', sent: false })
    await printer.start()
  })

  test('that breaks off before the cut may lie there: it is told', async () => {
    printer.breaksOff = true
    expect(await send(address(), slip)).toEqual({ kind: 'trouble', problem: 'unreachable', sent: true })
  })

  test('to a printer that never answers is unconfirmed, and yet on paper', async () => {
    printer.mute = true
    expect(await send(address(), slip)).toEqual({ kind: 'unconfirmed' })
    expect(printer.slips).toHaveLength(1)
  })
})

test('Spanish and Russian letters, the euro sign and what no printer knows', async () => {
  const words = 'Señor Ñandú 12 € · Пирожки ёж · naïve → ☃ ž'
  expect(await send(address(), encodeSlip([text(words)]))).toEqual({ kind: 'printed' })
  expect(printer.texts()).toEqual(['Señor Ñandú 12 € · Пирожки ёж · naïve -> ?\nz'])
})
