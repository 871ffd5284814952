// Makes a backup the live file. The one that is there must have been moved away: nothing is ever overwritten.

import { mkdirSync } from 'node:fs'
import { openKeeping } from '../compose.ts'
import { CliError, type Subcommand } from './command.ts'

export const restore: Subcommand = {
  usage: 'restore <file>',
  about: 'begin again from a backup, after moving the live file away',
  run: async ({ config, args: [file], terminal }) => {
    if (file === undefined) throw new CliError('name the backup')
    mkdirSync(config.data, { recursive: true, mode: 0o700 })
    try {
      for (const { restaurantId, head } of openKeeping(config).restore(file)) {
        terminal.say(`${restaurantId}: ${head} events restored. Devices will notice and show what the backup lacks.`)
      }
    } catch (cause) {
      throw new CliError(cause instanceof Error ? cause.message : String(cause))
    }
    return 0
  },
}
