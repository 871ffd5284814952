// Makes a backup the live file. The one that is there must have been moved away: nothing is ever overwritten.

import { openKeeping } from '../compose.ts'
import { makeDataFolder } from '../config/make-folder.ts'
import { CliError, type Subcommand } from './command.ts'

export const restore: Subcommand = {
  usage: 'restore <file>',
  about: 'begin again from a backup, after moving the live file away',
  run: async ({ config, args: [file], terminal }) => {
    if (file === undefined) throw new CliError('name the backup')
    makeDataFolder(config.data)
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
