// A client as Preact signals. A screen reads a signal and is drawn again when that changed; nothing is computed that no
// screen reads, and a burst of frames is one change.

import type { State } from '@comanda/shared/domain/state'
import type { Cancel } from '@comanda/shared/ports/time'
import type { Approvals, Presence } from '@comanda/shared/protocol/down'
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Client, CommandView, Status } from './client-types.ts'

export type ClientSignals = {
  /** With this device's own unconfirmed commands on top. */
  state: ReadonlySignal<State | undefined>
  confirmed: ReadonlySignal<State | undefined>
  status: ReadonlySignal<Status>
  commands: ReadonlySignal<readonly CommandView[]>
  presence: ReadonlySignal<Presence['people']>
  approvals: ReadonlySignal<Approvals['open']>
  dispose: Cancel
}

/** The one before, when the new one says the same. */
function keepWhenSame<Value>(read: () => Value): () => Value {
  let text: string | undefined
  let kept: Value
  return () => {
    const value = read()
    const now = JSON.stringify(value)
    if (now !== text) {
      text = now
      kept = value
    }
    return kept
  }
}

export function clientSignals(client: Client): ClientSignals {
  const version = signal(0)
  const follow = <Value>(read: () => Value): ReadonlySignal<Value> =>
    computed(() => {
      version.value
      return read()
    })
  const dispose = client.onChange(() => {
    version.value = version.peek() + 1
  })
  return {
    state: follow(() => client.state()),
    confirmed: follow(() => client.confirmed()),
    status: follow(keepWhenSame(() => client.status())),
    commands: follow(keepWhenSame(() => client.commands())),
    presence: follow(() => client.presence()),
    approvals: follow(() => client.approvals()),
    dispose,
  }
}
