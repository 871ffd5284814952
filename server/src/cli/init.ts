// Makes a restaurant from a description.

import { readFileSync } from 'node:fs'
import { systemRandom } from '../adapters/system-random.ts'
import { systemClock, systemSoon, systemTimers } from '../adapters/system-time.ts'
import { openEngine } from '../compose.ts'
import { makeDataFolder } from '../config/make-folder.ts'
import { initRestaurant, RestaurantDescription } from '../init-restaurant.ts'
import { problemOf } from '../sync/read-frame.ts'
import { CliError, type Subcommand } from './command.ts'

export const init: Subcommand = {
  usage: 'init <restaurant.json>',
  about: 'make a restaurant: {restaurantId, changes, pins}',
  run: async ({ config, args: [file], terminal }) => {
    if (file === undefined) throw new CliError('name the file that describes the restaurant')
    const description = read(file)
    makeDataFolder(config.data)
    const engine = openEngine(config)
    try {
      const ports = { clock: systemClock, timers: systemTimers, random: systemRandom, soon: systemSoon }
      await initRestaurant(engine, description, ports)
    } finally {
      await engine.close()
    }
    terminal.say(`${description.restaurantId} is ready in ${config.database.file}`)
    return 0
  },
}

function read(file: string): RestaurantDescription {
  let parsed: unknown
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new CliError(`${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
  const description = RestaurantDescription.safeParse(parsed)
  if (description.success) return description.data
  const { field, problem } = problemOf(description.error.issues)
  throw new CliError(`${file} is not a restaurant: ${field}: ${problem}`)
}
