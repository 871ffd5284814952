// What a subcommand gets and gives: words in, an exit code out.
import type { Config } from '../config/env.ts'

export type Terminal = {
  readonly say: (line: string) => void
  readonly complain: (line: string) => void
}

export type CliContext = { readonly config: Config; readonly args: readonly string[]; readonly terminal: Terminal }

export type Subcommand = {
  readonly usage: string
  readonly about: string
  readonly run: (context: CliContext) => Promise<number>
}

/** A mistake of the person at the terminal: one line, no stack. */
export class CliError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'CliError'
  }
}
