// Environment to configuration, a word to a subcommand, a mistake to one clear line and exit code 1.

import { backup } from './cli/backup.ts'
import { badge } from './cli/badge.ts'
import { CliError, type Subcommand, type Terminal } from './cli/command.ts'
import { init } from './cli/init.ts'
import { pair } from './cli/pair.ts'
import { rebuild } from './cli/rebuild.ts'
import { restore } from './cli/restore.ts'
import { serve } from './cli/serve.ts'
import { setPin } from './cli/set-pin.ts'
import { verify } from './cli/verify.ts'
import { ConfigError, readEnvironment } from './config/env.ts'
import { InitRefused } from './init-restaurant.ts'
import { NoRestaurant } from './open-program.ts'
import { OwnerNeedsPin } from './start-server.ts'

const subcommands: Readonly<Record<string, Subcommand>> = {
  serve,
  init,
  pair,
  'set-pin': setPin,
  badge,
  backup,
  restore,
  verify,
  rebuild,
}

const terminal: Terminal = {
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
}

const mistakes = [CliError, ConfigError, InitRefused, NoRestaurant, OwnerNeedsPin]

/** Trouble of the machine, not of the program: no stack helps there. */
const machineCodes = new Set([
  'EADDRINUSE',
  'EACCES',
  'EADDRNOTAVAIL',
  'ENOENT',
  'EROFS',
  'EEXIST',
  'SQLITE_CANTOPEN',
  'SQLITE_NOTADB',
])

function lineFor(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined
  if (mistakes.some((mistake) => cause instanceof mistake)) return cause.message
  if (cause.name === 'FileRefused' || cause.name === 'LogUnavailable') return cause.message
  return 'code' in cause && typeof cause.code === 'string' && machineCodes.has(cause.code) ? cause.message : undefined
}

function help(): string {
  const rows = Object.values(subcommands).map(({ usage, about }) => `  ${usage.padEnd(62)} ${about}`)
  return ['comanda <word>', '', ...rows].join('\n')
}

export async function runProgram([name = 'serve', ...args]: readonly string[]): Promise<number> {
  const subcommand = subcommands[name]
  if (subcommand === undefined) {
    const asked = ['help', '--help', '-h'].includes(name)
    if (asked) terminal.say(help())
    else terminal.complain(`nothing is called "${name}"\n\n${help()}`)
    return asked ? 0 : 2
  }
  try {
    return await subcommand.run({ config: readEnvironment(process.env), args, terminal })
  } catch (cause) {
    const line = lineFor(cause)
    if (line === undefined) throw cause
    terminal.complain(line)
    return 1
  }
}
