// Files that hold a restaurant: readable by their owner alone, and on the disk when we say so.
import { accessSync, closeSync, constants, existsSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'

const ownerOnly = 0o600

export const flushPath = (path: string): void => {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Made here rather than by SQLite, so that nobody else can ever read it. Throws when it exists. */
export const createOwnFile = (file: string): void => {
  closeSync(openSync(file, 'wx', ownerOnly))
  flushPath(dirname(file))
}

export const createOwnFileIfMissing = (file: string): void => {
  if (!existsSync(file)) createOwnFile(file)
}

/** Whole or not at all: what is written beside it takes its name once it is on the disk. */
export const putInPlace = (written: string, file: string): void => {
  flushPath(written)
  renameSync(written, file)
  flushPath(dirname(file))
}

/** What the system calls an error, such as ENOSPC. */
export const systemCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && 'syscall' in error && typeof error.code === 'string'
    ? error.code
    : undefined

/** What the system says against writing to it, by its name; undefined when nothing. Writes nothing. */
export const refusalToWrite = (path: string): string | undefined => {
  try {
    accessSync(path, constants.W_OK)
    return undefined
  } catch (error) {
    return systemCode(error) ?? 'unknown'
  }
}
