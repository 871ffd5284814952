// The sync client of this page: one of several tabs where the browser can choose a leader among them. Over plain HTTP it
// cannot, and the page stands alone.

import type { ReplicaRoom } from '@comanda/shared/domain/rooms'
import type { StationId } from '@comanda/shared/model/ids'
import { browserTabs } from '@comanda/sync-client/adapters/browser-tabs'
import { deviceStorage, keepStorage } from '@comanda/sync-client/adapters/indexeddb'
import { platformClock, platformRandom, platformTimers } from '@comanda/sync-client/adapters/platform'
import { nudgeOnWake } from '@comanda/sync-client/adapters/wake'
import { webSocketTransport } from '@comanda/sync-client/adapters/web-socket'
import { createClient } from '@comanda/sync-client/client'
import type { Client, ClientOptions } from '@comanda/sync-client/client-types'
import type { Author } from '@comanda/sync-client/outbox-store'
import type { Rules } from '@comanda/sync-client/rules'
import { createTabClient } from '@comanda/sync-client/tab-client'
import { socketUrl } from './adapters/page.ts'
import type { Seat } from './seat.ts'

export type ClientWish = {
  readonly screen: string
  readonly seat: Seat
  readonly room: ReplicaRoom
  readonly build: string
  readonly rules: Rules
  readonly stations: readonly StationId[]
  readonly author: () => Author | undefined
  readonly onFault: (fault: unknown) => void
}

/** Web Locks, service workers and storage that is not cleared exist on HTTPS and on this very machine alone. */
export const isSecure = (): boolean => globalThis.isSecureContext

export function openClient(wish: ClientWish): Client {
  const { restaurant, device } = wish.seat
  const name = ['comanda', restaurant.id, device.id, wish.room].join(' ')
  const storage = deviceStorage(name)
  const options: ClientOptions = {
    url: socketUrl(wish.screen),
    build: wish.build,
    room: wish.room,
    rules: wish.rules,
    stations: wish.stations,
    author: wish.author,
    clock: platformClock,
    timers: platformTimers,
    random: platformRandom,
    transport: webSocketTransport(),
    outbox: storage.outbox,
    store: storage.replica,
    onFault: wish.onFault,
  }
  const client = isSecure() ? createTabClient({ client: options, tabs: browserTabs(), name }) : createClient(options)
  nudgeOnWake(client, { window, document })
  void keepStorage()
  return client
}
