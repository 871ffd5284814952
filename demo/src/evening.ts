// `npm run demo`: Casa Lola, and an evening of people who work there by themselves, at adjustable speed.

import { builtScreens } from '@comanda/server/config/built-screens'
import { commitDate } from '@comanda/shared/domain/business-day'
import { platformClock, platformRandom, platformTimers } from '@comanda/sync-client/adapters/platform'
import { announcement } from './program/announce.ts'
import { compared, comparison, figuresOf } from './program/compare.ts'
import { liveLine } from './program/live-line.ts'
import { endWithOneLine } from './program/one-line.ts'
import { openDemo, readDemoEnvironment } from './program/open-demo.ts'
import { type EveningOptions, readOptions } from './program/options.ts'
import { type Running, readReport, startEvening } from './program/run-evening.ts'
import { stopAsked } from './program/stop-signal.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const complain = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

const machine = { clock: platformClock, timers: platformTimers, random: platformRandom }

async function evening(): Promise<number> {
  const options = readOptions(process.argv.slice(2), platformClock.now().toString(36))
  const config = readDemoEnvironment(process.env)
  const server = await openDemo(config)
  const stopped = stopAsked()
  const { catalog, day } = server.program.restaurant.state()
  const { settings } = catalog
  const money = new Intl.NumberFormat(settings.locale, { style: 'currency', currency: settings.currency })
  const shown = (amount: number): string => money.format(amount / 10 ** settings.minorDigits)
  const people = Object.values(catalog.people).filter((person) => person !== undefined)
  const place = {
    restaurant: settings.name,
    url: server.url,
    file: config.database.file,
    people,
    built: builtScreens(),
  }
  for (const line of announcement(place)) say(line)
  say(told(options))
  const running = await startEvening(server, options, machine, (cause) => complain(`a bot stumbled: ${String(cause)}`))
  const date = commitDate(running.opensAt, settings.zone, settings.cutoffHour, day.closedDates)
  const before = await readReport(running.office, date)
  let asked = false
  const leave = stopped.then(() => {
    asked = true
  })
  await Promise.race([leave, watch(running, options, shown, () => asked)])
  await running.stop()
  say('')
  const after = await readReport(running.office, date)
  if (after === undefined) complain('this server gives no daily report')
  else {
    say(`The day's report of ${date}, as of event ${after.asOf}:`)
    for (const line of figuresOf(after, shown)) say(line)
    say(`\n${'this evening'.padEnd(16)} ${'report'.padStart(14)} ${'bots'.padStart(14)}`)
    for (const line of compared(comparison(before, after, running.tally), shown)) say(line)
  }
  for (const [what, times] of running.tally.refused) say(`  refused ${times} times: ${what}`)
  if (!asked) {
    say(`\n${settings.name} stays open on ${server.url}. Ctrl-C stops it.`)
    await stopped
  }
  await server.close()
  return 0
}

const told = ({ speed, tables, minutes, seed }: EveningOptions): string =>
  `\nAn evening of ${minutes} minutes at ${speed} times its speed, ${tables} parties, seed ${seed}.`

/** Says how it goes until it is over: on a terminal in place, in a file now and then. */
async function watch(
  running: Running,
  { speed }: EveningOptions,
  money: (amount: number) => string,
  isAsked: () => boolean,
): Promise<void> {
  const { isTTY } = process.stdout
  const every = isTTY ? 1_000 : 10_000
  while (!running.isOver()) {
    await new Promise<void>((resolve) => machine.timers.after(every, resolve))
    if (isAsked()) return
    const now = machine.clock.now()
    const elapsed = (now - running.opensAt) * speed
    const line = liveLine({ state: running.state(), now, elapsed, speed, tally: running.tally, money })
    process.stdout.write(isTTY ? `\r\u001b[K${line}` : `${line}\n`)
  }
}

process.exitCode = await endWithOneLine(evening, complain)
