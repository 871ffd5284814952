// A run as data: who works where, and what happens when. Every step carries its own salt, so leaving one out changes
// nothing about the others and a failing run can be made smaller.

import type { DeviceKind } from '@comanda/db/access'
import type { ReplicaRoom } from '@comanda/shared/domain/rooms'
import type { Millis } from '@comanda/shared/ports/time'

export type DevicePlan = {
  readonly kind: DeviceKind
  readonly room: ReplicaRoom
  readonly stations: readonly string[]
  readonly staff: string
}

export type Step =
  /** The person at a device does something that makes sense from what the device shows. */
  | { do: 'act'; at: Millis; device: number; salt: number }
  | { do: 'cut'; at: Millis; device: number }
  | { do: 'blackhole'; at: Millis; device: number; for: Millis }
  | { do: 'slow'; at: Millis; device: number; by: Millis; for: Millis }
  | { do: 'screen-off'; at: Millis; device: number; for: Millis }
  | { do: 'kill-client'; at: Millis; device: number; steps: number; down: Millis }
  | { do: 'lose-storage'; at: Millis; device: number; down: Millis }
  | { do: 'set-back-storage'; at: Millis; device: number; writes: number; down: Millis }
  | { do: 'full-storage'; at: Millis; device: number }
  | { do: 'kill-server'; at: Millis; node: number; steps: number; down: Millis }
  | { do: 'stop-server'; at: Millis; node: number; down: Millis }
  | { do: 'disk-unavailable'; at: Millis; reason: 'full' | 'readonly' | 'busy'; for: Millis }
  | { do: 'outcome-unknown'; at: Millis; node: number; written: boolean }
  | { do: 'server-clock'; at: Millis; node: number; by: Millis }
  | { do: 'device-clock'; at: Millis; device: number; by: Millis }
  | { do: 'snapshot'; at: Millis; node: number }
  /** A manager publishes a price. */
  | { do: 'publish'; at: Millis; node: number; salt: number }

export type Plan = {
  readonly seed: string
  readonly nodes: number
  readonly devices: readonly DevicePlan[]
  readonly steps: readonly Step[]
}

export const stepKinds = [
  'act',
  'cut',
  'blackhole',
  'slow',
  'screen-off',
  'kill-client',
  'lose-storage',
  'set-back-storage',
  'full-storage',
  'kill-server',
  'stop-server',
  'disk-unavailable',
  'outcome-unknown',
  'server-clock',
  'device-clock',
  'snapshot',
  'publish',
] as const satisfies readonly Step['do'][]
