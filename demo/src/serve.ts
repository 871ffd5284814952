// `npm start`: Casa Lola on this machine, for trying things out.

import { builtScreens } from '@comanda/server/config/built-screens'
import { announcement } from './program/announce.ts'
import { endWithOneLine } from './program/one-line.ts'
import { openDemo, readDemoEnvironment } from './program/open-demo.ts'
import { stopAsked } from './program/stop-signal.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

async function serve(): Promise<number> {
  const config = readDemoEnvironment(process.env)
  const server = await openDemo(config)
  const stopped = stopAsked()
  const { catalog } = server.program.restaurant.state()
  const people = Object.values(catalog.people).filter((person) => person !== undefined)
  const { name } = catalog.settings
  const file = config.database.file
  for (const line of announcement({ restaurant: name, url: server.url, file, people, built: builtScreens() })) say(line)
  await stopped
  say('Stopping: the commit under way ends, then every device is told to come back.')
  await server.close()
  return 0
}

process.exitCode = await endWithOneLine(serve, (line) => process.stderr.write(`${line}\n`))
