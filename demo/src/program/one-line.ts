// A mistake of the person at the terminal, or trouble of the machine, is one clear line; anything else is a bug and throws.

/** Of the programs the demo is made of, and its own. */
const mistakes: ReadonlySet<string> = new Set([
  'ConfigError',
  'DemoNeedsLoopback',
  'InitRefused',
  'OptionError',
  'FileRefused',
  'LogUnavailable',
])

const ofTheMachine: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is taken: something listens there already, or choose another with COMANDA_PORT',
  EACCES: 'the port or the data folder is not ours to use: choose others with COMANDA_PORT and COMANDA_DATA',
  EADDRNOTAVAIL: 'this machine has no such address: leave COMANDA_HOST out',
  EROFS: 'the data folder cannot be written: choose another with COMANDA_DATA',
  ENOTDIR: 'the data folder is a file: choose another with COMANDA_DATA',
}

export function lineFor(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined
  if (mistakes.has(cause.name)) return cause.message
  return 'code' in cause && typeof cause.code === 'string' ? ofTheMachine[cause.code] : undefined
}

/** Runs a program to its exit code. */
export async function endWithOneLine(
  program: () => Promise<number>,
  complain: (line: string) => void,
): Promise<number> {
  try {
    return await program()
  } catch (cause) {
    const line = lineFor(cause)
    if (line === undefined) throw cause
    complain(line)
    return 1
  }
}
