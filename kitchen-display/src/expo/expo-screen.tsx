import type { AppSession } from '@comanda/app-shell/session'
import type { Signal } from '@preact/signals'
import type { Setup } from '../setup/setup.ts'

export function ExpoScreen({ session }: { session: AppSession; setup: Signal<Setup> }) {
  return <h1>{session.restaurant.name}</h1>
}
