// The environment, parsed once. A wrong value is one clear line, and the program does not start.

import { resolve } from 'node:path'
import { z } from 'zod'

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof levels)[number]

export type Config = {
  readonly host: string
  readonly port: number
  /** The folder of the log, its backups and everything else that must survive. */
  readonly data: string
  readonly database: { readonly kind: 'sqlite'; readonly file: string }
  readonly log: LogLevel
  /** Further addresses under which pages of this server are opened: a proxy's, a public name's. */
  readonly origins: readonly string[]
}

export class ConfigError extends Error {
  constructor(name: string, value: string, wanted: string) {
    super(`${name} is "${value}", but ${wanted}`)
    this.name = 'ConfigError'
  }
}

type Variable =
  | 'COMANDA_HOST'
  | 'COMANDA_PORT'
  | 'COMANDA_DATA'
  | 'COMANDA_DATABASE'
  | 'COMANDA_LOG'
  | 'COMANDA_ORIGINS'
export type Environment = Readonly<Partial<Record<Variable, string | undefined>>>

const Host = z.union([z.ipv4(), z.ipv6(), z.string().regex(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i)])
const Port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().max(65_535))
const Origin = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text)

export function readEnvironment(environment: Environment): Config {
  const read = <Value>(name: Variable, fallback: string, schema: z.ZodType<Value>, wanted: string): Value => {
    const value = environment[name] ?? fallback
    const parsed = schema.safeParse(value)
    if (!parsed.success) throw new ConfigError(name, value, wanted)
    return parsed.data
  }
  const data = resolve(read('COMANDA_DATA', 'data', z.string().min(1), 'it must name a folder'))
  const origins = environment.COMANDA_ORIGINS ?? ''
  return {
    host: read(
      'COMANDA_HOST',
      '127.0.0.1',
      Host,
      'it must be an address of this machine, such as 127.0.0.1 or 0.0.0.0',
    ),
    port: read('COMANDA_PORT', '8080', Port, 'it must be a port from 0 to 65535'),
    data,
    database: readDatabase(environment.COMANDA_DATABASE, data),
    log: read('COMANDA_LOG', 'info', z.enum(levels), `it must be one of ${levels.join(', ')}`),
    origins: origins
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .map((one) => {
        if (!Origin.safeParse(one).success)
          throw new ConfigError('COMANDA_ORIGINS', one, 'each must look like https://orders.example.com')
        return one
      }),
  }
}

function readDatabase(value: string | undefined, data: string): Config['database'] {
  if (value === undefined || value === '') return { kind: 'sqlite', file: resolve(data, 'comanda.db') }
  if (/^postgres(ql)?:/.test(value)) {
    // The address holds a password: it is not repeated.
    throw new ConfigError(
      'COMANDA_DATABASE',
      'postgres://...',
      'PostgreSQL is not there yet: leave it out, or name an SQLite file as sqlite:<path>',
    )
  }
  const [, file] = /^sqlite:(.+)$/.exec(value) ?? []
  if (file === undefined) throw new ConfigError('COMANDA_DATABASE', value, 'it must look like sqlite:<path>')
  return { kind: 'sqlite', file: resolve(data, file) }
}
