// Gives a person a PIN. It is read from the terminal's input, never from the command line, where others could see it.

import { createInterface } from 'node:readline'
import { StaffId } from '@comanda/shared/model/ids'
import { PinHasher } from '../access/pin-hash.ts'
import { systemRandom } from '../adapters/system-random.ts'
import { openEngine } from '../compose.ts'
import { CliError, type Subcommand } from './command.ts'

const pinPattern = /^\d{4,12}$/

export const setPin: Subcommand = {
  usage: 'set-pin <staffId>',
  about: 'give a person a PIN, read from the input: echo 4711 | ... set-pin ana',
  run: async ({ config, args: [asked], terminal }) => {
    const staffId = StaffId.safeParse(asked)
    if (!staffId.success) throw new CliError('name the person by the id it has in the staff list')
    terminal.say('Type the new PIN (four to twelve digits) and press Enter:')
    const pin = await firstLine()
    if (!pinPattern.test(pin)) throw new CliError('a PIN is four to twelve digits')
    const engine = openEngine(config)
    try {
      const [restaurantId] = await engine.log.restaurants()
      if (restaurantId === undefined) throw new CliError('there is no restaurant here yet')
      await engine.access.setPinHash(restaurantId, staffId.data, await new PinHasher(systemRandom).hash(pin))
      await engine.access.clearTries(restaurantId, `person ${staffId.data}`)
    } finally {
      await engine.close()
    }
    terminal.say(`${staffId.data} has a new PIN.`)
    return 0
  },
}

async function firstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin })
  for await (const line of lines) {
    lines.close()
    return line.trim()
  }
  return ''
}
