// What one person sees and knows at one moment, and what they might do about it. Everything a bot decides comes from here.
import type { CommandOf } from '@comanda/shared/domain/commands'
import type { State } from '@comanda/shared/domain/state'
import type { CommandId, StaffId, StationId } from '@comanda/shared/model/ids'
import type { Millis } from '@comanda/shared/ports/time'
import type { DeviceCommandType } from '@comanda/sync-client/outbox-store'
import { type Chance, trait } from './chance.ts'
import type { Evening } from './guests.ts'

export type Scene = {
  readonly state: State
  readonly me: StaffId
  /** The stations of the screen in front of me. */
  readonly stations: readonly StationId[]
  /** The server's time, as this device knows it. */
  readonly now: Millis
  /** How many times faster than a real one this restaurant lives. */
  readonly speed: number
  readonly evening: Evening
  readonly chance: Chance
}

type Wish<Type extends DeviceCommandType> = {
  readonly type: Type
  readonly args: CommandOf<Type>['args']
  /** Chosen before, so that whatever comes of it can be found again. */
  readonly id?: CommandId
  /** Somebody who can say yes stands by and types a PIN. */
  readonly approvedBy?: StaffId
}

export type Intention = { [Type in DeviceCommandType]: Wish<Type> }[DeviceCommandType]

/** What a person would do about one thing, the most pressing first. Reads the scene and nothing else. */
export type Habit = (scene: Scene) => Iterable<Intention>

export const seconds = (count: number): Millis => count * 1_000
export const minutes = (count: number): Millis => count * 60_000

/** How long ago that was in this restaurant's life; undefined never was. */
export const since = ({ now, speed }: Scene, at: Millis | undefined): Millis =>
  at === undefined ? -1 : (now - at) * speed

/** Even on the worst evening most things go well. */
const unluckiest = 0.5

/** Something that seldom happens, and happens to the same ones whoever looks; oftener on an unlucky evening. */
export const isUnlucky = ({ evening }: Scene, probability: number, ...names: readonly (string | number)[]): boolean =>
  trait(...names) < Math.min(unluckiest, probability * evening.trouble)

/** The first thing that this person would do now and has not just been told no for. */
export function choose(
  habits: readonly Habit[],
  scene: Scene,
  isHopeless: (intention: Intention) => boolean = () => false,
): Intention | undefined {
  for (const habit of habits) {
    for (const intention of habit(scene)) if (!isHopeless(intention)) return intention
  }
  return undefined
}
