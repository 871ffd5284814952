// Approves a device's pairing code from the machine itself: how the first manager's device comes in.

import type { StaffId } from '@comanda/shared/model/ids'
import { type DeviceId, StationId } from '@comanda/shared/model/ids'
import { z } from 'zod'
import { hashOf, newId, plainCode } from '../access/secrets.ts'
import { systemRandom } from '../adapters/system-random.ts'
import { systemClock } from '../adapters/system-time.ts'
import { openEngine } from '../compose.ts'
import { CliError, type Subcommand } from './command.ts'

const Asked = z.tuple([z.string().min(8), z.enum(['tablet', 'kitchen', 'front', 'office', 'board'])]).rest(StationId)

export const pair: Subcommand = {
  usage: 'pair <code> <tablet|kitchen|front|office|board> [stationId ...]',
  about: 'let the device that shows this code in',
  run: async ({ config, args, terminal }) => {
    const asked = Asked.safeParse(args)
    if (!asked.success) throw new CliError(`it goes: ${pair.usage}`)
    const [code, kind, ...stationIds] = asked.data
    const engine = openEngine(config)
    try {
      const [restaurantId] = await engine.log.restaurants()
      if (restaurantId === undefined) throw new CliError('there is no restaurant here yet')
      const pairing = await engine.access.pairing(restaurantId, { codeHash: hashOf(plainCode(code)) })
      if (pairing === undefined) throw new CliError('no device shows this code')
      if (pairing.expiresAt <= systemClock.now())
        throw new CliError('this code is older than ten minutes: ask for a new one')
      if (pairing.approved !== undefined) throw new CliError('this code was used already')
      const approved = { deviceId: newId<DeviceId>(systemRandom), kind, stationIds, by: 'terminal' as StaffId }
      await engine.access.savePairing(restaurantId, { ...pairing, approved })
      terminal.say(`${pairing.name} is now a ${kind}; it collects its token by itself.`)
    } finally {
      await engine.close()
    }
    return 0
  },
}
