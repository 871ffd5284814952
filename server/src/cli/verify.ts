// Says whether anybody changed the history. `--anchor <seq>:<hash>` compares it with what was printed on a Z report.

import { RestaurantId } from '@comanda/shared/model/ids'
import { openKeeping } from '../compose.ts'
import type { Anchor } from '../engine.ts'
import { CliError, type Subcommand } from './command.ts'

const anchorPattern = /^(?:([A-Za-z0-9_-]+):)?(\d+):([0-9a-f]{64})$/

export const verify: Subcommand = {
  usage: 'verify [--anchor [restaurant:]<seq>:<hash>]',
  about: 'check the chain of the log, its texts and its facts',
  run: async ({ config, args, terminal }) => {
    const keeping = openKeeping(config)
    const { logs, findings } = keeping.verify(anchorOf(args, () => keeping.verify().logs[0]?.restaurantId))
    for (const { restaurantId, table, row, says } of findings) {
      terminal.complain(`${restaurantId ?? 'the file'}: ${table}, ${row} ${says}`)
    }
    if (findings.length > 0) return 1
    for (const { restaurantId, head, chainHead } of logs) {
      terminal.say(`${restaurantId}: ${head} events, unchanged. Head of the chain: ${head}:${chainHead}`)
    }
    return 0
  },
}

function anchorOf(args: readonly string[], only: () => RestaurantId | undefined): Anchor | undefined {
  if (args.length === 0) return undefined
  const [flag, value = ''] = args
  const [, restaurant, seq, hash] = anchorPattern.exec(value) ?? []
  const restaurantId = restaurant === undefined ? only() : RestaurantId.parse(restaurant)
  if (flag !== '--anchor' || seq === undefined || hash === undefined || restaurantId === undefined) {
    throw new CliError(`it goes: ${verify.usage}`)
  }
  return { restaurantId, seq: Number(seq), hash }
}
