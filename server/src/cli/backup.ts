// Copies the log while the server goes on writing.

import { dirname, join } from 'node:path'
import { systemClock } from '../adapters/system-time.ts'
import { openKeeping } from '../compose.ts'
import { makeFolder } from '../config/make-folder.ts'
import type { Subcommand } from './command.ts'

export const backup: Subcommand = {
  usage: 'backup [file]',
  about: 'copy the log to a new file, by default into the data folder',
  run: async ({ config, args: [asked], terminal }) => {
    const name = `comanda-${new Date(systemClock.now()).toISOString().replace(/[:.]/g, '-')}.db`
    const target = asked ?? join(config.data, 'backups', name)
    makeFolder(dirname(target))
    for (const { restaurantId, seq } of await openKeeping(config).backUp(target)) {
      terminal.say(`${restaurantId}: ${seq} events in ${target}`)
    }
    return 0
  },
}
