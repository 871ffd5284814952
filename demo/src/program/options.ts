// What may be said after `npm run demo --`. A wrong word is one clear line.
import { parseArgs } from 'node:util'

export type EveningOptions = {
  /** How many times faster than a real evening. */
  readonly speed: number
  /** How many parties come. */
  readonly tables: number
  /** How long guests are let in, in the restaurant's time. */
  readonly minutes: number
  readonly seed: string
}

export class OptionError extends Error {
  constructor(name: string, value: string, wanted: string) {
    super(`--${name} is "${value}", but ${wanted}`)
    this.name = 'OptionError'
  }
}

const named = {
  speed: { type: 'string', default: '10' },
  tables: { type: 'string', default: '60' },
  minutes: { type: 'string', default: '300' },
  seed: { type: 'string' },
} as const

function whole(name: string, value: string, least: number, most: number): number {
  const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN
  if (!(number >= least && number <= most)) {
    throw new OptionError(name, value, `it must be a whole number from ${least} to ${most}`)
  }
  return number
}

/** `fresh` is the seed of an evening nobody asked for by name. */
export function readOptions(args: readonly string[], fresh: string): EveningOptions {
  const { values } = parse(args)
  const seed = values.seed ?? fresh
  if (!/^[A-Za-z0-9_-]{1,24}$/.test(seed)) {
    throw new OptionError('seed', seed, 'it must be 1 to 24 letters, digits, - or _')
  }
  return {
    speed: whole('speed', values.speed, 1, 200),
    tables: whole('tables', values.tables, 1, 2_000),
    minutes: whole('minutes', values.minutes, 1, 1_440),
    seed,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: named, strict: true })
  } catch (cause) {
    const said = args.join(' ')
    throw new OptionError('...', said, `it goes: --speed 10 --tables 60 --minutes 300 --seed any (${String(cause)})`)
  }
}
