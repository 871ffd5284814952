// A new entity's id is its command's id and its place in it, so that a retried command makes the same entity again.
import type { CommandId, RoundId } from '../model/ids.ts'

export const entityId = <Id extends string>(command: CommandId, suffix: string | number): Id =>
  `${command}.${suffix}` as Id

const roundMark = 'r'

export const roundIdOf = (command: CommandId): RoundId => entityId<RoundId>(command, roundMark)

/** The command that sent a round: its lines have their ids from it. */
export const commandOfRound = (roundId: RoundId): CommandId => roundId.slice(0, -1 - roundMark.length) as CommandId
