// The log for people who run the server: JSON lines without secrets. Cookies, PINs, tokens, codes and notes have no place here.
import { type DestinationStream, type Logger, pino } from 'pino'
import type { LogLevel } from '../config/env.ts'

const secret = [
  'pin',
  '*.pin',
  'token',
  '*.token',
  'claim',
  '*.claim',
  'note',
  '*.note',
  'headers.cookie',
  'req.headers.cookie',
  'req.headers.authorization',
  'headers.authorization',
]

type Asked = { method?: string; url?: string; ip?: string }

export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    redact: { paths: secret, censor: '(hidden)' },
    serializers: {
      // Never headers, never a query: a guest's address holds a token.
      req: ({ method, url, ip }: Asked) => ({ method, path: url?.split('?')[0], ip }),
    },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}
