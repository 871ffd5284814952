// Makes the facts that reports read anew from the log.

import { openKeeping } from '../compose.ts'
import type { Subcommand } from './command.ts'

export const rebuild: Subcommand = {
  usage: 'rebuild',
  about: "make the reports' facts anew from the log",
  run: async ({ config, terminal }) => {
    for (const { table, rows, same } of openKeeping(config).rebuild()) {
      terminal.say(`${table}: ${rows} rows, ${same ? 'the same as before' : 'changed'}`)
    }
    return 0
  },
}
