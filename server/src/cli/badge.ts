// Makes a person's badge and shows it once, to be printed; or takes it away. Nothing but its hash stays here.

import { StaffId } from '@comanda/shared/model/ids'
import { renderUnicodeCompact } from 'uqr'
import { giveBadge } from '../access/badge.ts'
import { systemRandom } from '../adapters/system-random.ts'
import { openEngine } from '../compose.ts'
import { CliError, type Subcommand } from './command.ts'

export const badge: Subcommand = {
  usage: 'badge <staffId> [none]',
  about: 'give a person a new badge, shown once as a QR code; or none',
  run: async ({ config, args: [asked, wish], terminal }) => {
    const staffId = StaffId.safeParse(asked)
    if (!staffId.success || (wish !== undefined && wish !== 'none')) throw new CliError(`it goes: ${badge.usage}`)
    const engine = openEngine(config)
    try {
      const [restaurantId] = await engine.log.restaurants()
      if (restaurantId === undefined) throw new CliError('there is no restaurant here yet')
      if (wish === 'none') {
        await engine.access.setBadgeHash(restaurantId, staffId.data, undefined)
        terminal.say(`${staffId.data} has no badge any more.`)
        return 0
      }
      const made = await giveBadge({ access: engine.access, random: systemRandom }, restaurantId, staffId.data)
      terminal.say(renderUnicodeCompact(made, { border: 2, ecc: 'M' }))
      terminal.say(made)
      terminal.say(`The badge of ${staffId.data}. It is shown this once; the one before is worth nothing now.`)
    } finally {
      await engine.close()
    }
    return 0
  },
}
