// What there is to hear (KDS-15): compared with what this screen knew before, one by one. What a cook was told by mouth, or
// brought back by hand, makes no sound.
import type { Sound } from '@comanda/ui-kit/sound'

/** A ticket at a station, a course at the pass. */
export type Audible = {
  readonly id: string
  /** Raised by every change. */
  readonly version: number
  /** Nobody need be told that it came. */
  readonly isQuiet: boolean
  /** Everything is there to go out. */
  readonly isReady?: boolean
}

type Known = Pick<Audible, 'version' | 'isReady'>

export type Heard = ReadonlyMap<string, Known>

export const heardOf = (things: Iterable<Audible>): Heard =>
  new Map(
    [...things].map(({ id, version, isReady }) => [id, { version, ...(isReady === undefined ? {} : { isReady }) }]),
  )

export type News = {
  readonly sounds: readonly Sound[]
  readonly came: readonly string[]
  readonly changed: readonly string[]
}

export const newsOf = (before: Heard | undefined, things: Iterable<Audible>): News => {
  const sounds = new Set<Sound>()
  const came: string[] = []
  const changed: string[] = []
  // before the first snapshot nothing is known, and all of it would be new
  if (before === undefined) return { sounds: [], came, changed }
  for (const { id, version, isQuiet, isReady } of things) {
    const known = before.get(id)
    if (known === undefined && !isQuiet) {
      came.push(id)
      sounds.add('new')
    }
    if (known !== undefined && version > known.version) {
      changed.push(id)
      sounds.add('changed')
    }
    if (isReady === true && known?.isReady === false) sounds.add('ready')
  }
  return { sounds: [...sounds], came, changed }
}
