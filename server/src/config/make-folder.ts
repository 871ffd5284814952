// Folders, made one level at a time: asked for several at once below a place that takes none (/proc), the system's own
// call never comes back.
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { ConfigError } from './env.ts'

const ownerOnly = 0o700

export function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path, { mode: ownerOnly })
}

/** What must survive lies here. */
export function makeDataFolder(path: string): void {
  const wanted = 'it must name a folder that is there or can be made'
  try {
    makeFolder(path)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
    throw new ConfigError('COMANDA_DATA', path, `${wanted}${code}`)
  }
  if (!statSync(path).isDirectory()) throw new ConfigError('COMANDA_DATA', path, `${wanted}, and there is a file`)
}
