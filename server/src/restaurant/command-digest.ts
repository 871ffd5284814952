// What a command says, in one word: its type and arguments, whoever wrote them down and in whatever order. A yes covers one
// digest, and an id used twice over HTTP must stand for one: another void, a larger discount has another.
import { createHash } from 'node:crypto'
import { canonical } from '@comanda/shared/domain/state-json'

export type CommandContent = { readonly type: string; readonly args: unknown }

export const commandDigest = ({ type, args }: CommandContent): string =>
  createHash('sha256')
    .update(JSON.stringify([type, canonical(args)]))
    .digest('base64url')
