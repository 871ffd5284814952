// Runs the server until it is told to stop.

import { mkdirSync } from 'node:fs'
import { builtScreens } from '../config/built-screens.ts'
import { startServer } from '../start-server.ts'
import type { Subcommand } from './command.ts'

const stopSignals = ['SIGTERM', 'SIGINT'] as const

export const serve: Subcommand = {
  usage: 'serve',
  about: 'run the server (also without a word)',
  run: async ({ config, terminal }) => {
    mkdirSync(config.data, { recursive: true, mode: 0o700 })
    const server = await startServer(config, {}, { built: builtScreens() })
    terminal.say(`Comanda listens on ${server.url}`)
    terminal.say(`Its log is ${config.database.file}`)
    await new Promise<void>((resolve) => {
      for (const signal of stopSignals) process.once(signal, () => resolve())
    })
    terminal.say('Stopping: the commit under way ends, then every device is told to come back.')
    await server.close()
    return 0
  },
}
