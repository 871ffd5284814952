// A new entity's id is its command's id and its place in it, so that a retried command makes the same entity again.
import type { CommandId } from '../model/ids.ts'

export const entityId = <Id extends string>(command: CommandId, suffix: string | number): Id =>
  `${command}.${suffix}` as Id
