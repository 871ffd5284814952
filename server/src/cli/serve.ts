// Runs the server until it is told to stop.

import { systemSoon } from '../adapters/system-time.ts'
import { builtScreens } from '../config/built-screens.ts'
import { makeDataFolder } from '../config/make-folder.ts'
import { rehearse } from '../restaurant/rehearsal.ts'
import { startServer } from '../start-server.ts'
import type { Subcommand } from './command.ts'

const stopSignals = ['SIGTERM', 'SIGINT'] as const

export const serve: Subcommand = {
  usage: 'serve',
  about: 'run the server (also without a word)',
  run: async ({ config, terminal }) => {
    makeDataFolder(config.data)
    const server = await startServer(config, {}, { built: builtScreens() })
    terminal.say(`Comanda listens on ${server.url}`)
    terminal.say(`Its log is ${config.database.file}`)
    let stopping = false
    const { restaurant, clock, random, logger } = server.program
    const failed = (cause: unknown): void => logger.warn({ err: cause }, 'the rehearsal failed')
    void rehearse({ restaurant, clock, random, soon: systemSoon, failed }, () => stopping).catch(failed)
    await new Promise<void>((resolve) => {
      for (const signal of stopSignals) process.once(signal, () => resolve())
    })
    stopping = true
    terminal.say('Stopping: the commit under way ends, then every device is told to come back.')
    await server.close()
    return 0
  },
}
