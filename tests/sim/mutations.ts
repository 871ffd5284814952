// Parts of the programs replaced by broken ones. Each breaks one promise; a simulation that does not notice is worth nothing.
import type { Entry, Log } from '@comanda/db/log'
import type { OpenRestaurant } from '@comanda/server/restaurant/open-restaurant'
import type { Waiting } from '@comanda/server/restaurant/waiting'
import type { Recorded } from '@comanda/shared/domain/events'
import type { CommandId } from '@comanda/shared/model/ids'
import type { OutboxStore } from '@comanda/sync-client/outbox-store'
import type { WeatherName } from './world/generate.ts'
import type { Mutation } from './world/world.ts'

export type Broken = {
  readonly what: string
  readonly weather: WeatherName
  /** By which promise it is noticed. */
  readonly promises: readonly string[]
  readonly make: () => Mutation
}

/** Says committed at once, and writes a while later. */
const answersBeforeTheCommit = (): Mutation => ({
  server: {
    log: (log, process) => ({
      ...log,
      append: async (id, batch, expectedHead) => {
        process.timers.after(40, () => void log.append(id, batch, expectedHead))
        return { kind: 'committed', head: expectedHead + batch.reduce((sum, { recorded }) => sum + recorded.length, 0) }
      },
    }),
  },
})

const withSubmit = (restaurant: OpenRestaurant, change: (waiting: Waiting) => Waiting | undefined): OpenRestaurant => {
  const { actor } = restaurant
  const submit = actor.submit.bind(actor)
  actor.submit = (waiting) => {
    const changed = change(waiting)
    if (changed !== undefined) submit(changed)
  }
  return restaurant
}

/** Every command that arrives is a new one. */
const decidesRetriesAgain = (): Mutation => {
  let made = 0
  return {
    server: {
      restaurant: (restaurant) =>
        withSubmit(restaurant, ({ client: _client, ...waiting }) => {
          if (waiting.asking.kind === 'system' || waiting.asked.kind !== 'read') return waiting
          made += 1
          const id = `fresh-${made}` as CommandId
          return { ...waiting, id, asked: { kind: 'read', command: { ...waiting.asked.command, id } } }
        }),
    },
  }
}

const losesAlarms = (): Mutation => ({
  server: {
    restaurant: (restaurant) =>
      withSubmit(restaurant, (waiting) =>
        waiting.asked.kind === 'read' && waiting.asked.command.type === 'ticket.alarm' ? undefined : waiting,
      ),
  },
})

/** Every fifth commit is not told to anybody, yet the numbers go on. */
const hubSkipsEvents = (): Mutation => {
  let told = 0
  const emptied = (recorded: readonly Recorded[]): readonly Recorded[] =>
    recorded.map((one) => ({
      ...one,
      event: { type: 'nothing.changed', commandId: 'skipped' as CommandId, commandType: 'skipped' },
    }))
  return {
    server: {
      restaurant: (restaurant) => {
        const { hub } = restaurant
        const committed = hub.committed.bind(hub)
        hub.committed = (recorded) => {
          told += 1
          committed(told % 5 === 0 ? emptied(recorded) : recorded)
        }
        return restaurant
      },
    },
  }
}

/** A log whose answers to commands are forgotten when they are looked for. */
const forgetsAnswers = (log: Log): Log => ({
  ...log,
  readClient: async (_id, clientId) => ({ clientId, lastCseq: 0 }),
  readAnswer: async () => undefined,
  append: (id, batch, head) => log.append(id, batch.map(anonymous), head),
})

let anonymousEntries = 0
const anonymous = (entry: Entry): Entry => {
  anonymousEntries += 1
  return { ...entry, origin: { ...entry.origin, commandId: `anonymous-${anonymousEntries}` as CommandId } }
}

const forgetsOnReload = (store: OutboxStore): OutboxStore => ({
  ...store,
  load: async () => {
    const contents = await store.load()
    return contents === undefined ? undefined : { head: contents.head, commands: [] }
  },
})

/** Says stored while the write is still on its way. */
const saysStoredTooEarly = (store: OutboxStore): OutboxStore => ({
  ...store,
  write: async (change) => {
    void store.write(change).catch(() => {})
  },
})

export const brokenParts: readonly Broken[] = [
  {
    what: 'a server that answers before the commit',
    weather: 'crashes',
    promises: ['P-1'],
    make: answersBeforeTheCommit,
  },
  {
    what: 'a server that takes every retry for a new command',
    weather: 'network',
    promises: ['P-1', 'P-2'],
    make: decidesRetriesAgain,
  },
  {
    what: 'a log that does not remember whose command it was',
    weather: 'crashes',
    promises: ['P-1', 'P-2'],
    make: () => ({ server: { log: forgetsAnswers } }),
  },
  { what: 'a hub that skips events', weather: 'calm', promises: ['P-4'], make: hubSkipsEvents },
  {
    what: 'a server that never tells of an unconfirmed ticket',
    weather: 'network',
    promises: ['P-18'],
    make: losesAlarms,
  },
  {
    what: 'a client that forgets its outbox on a reload',
    weather: 'crashes',
    promises: ['P-2'],
    make: () => ({ client: { outbox: forgetsOnReload } }),
  },
  {
    what: 'a client that sends before it has stored',
    weather: 'crashes',
    promises: ['P-1', 'P-2', 'rest'],
    make: () => ({ client: { outbox: saysStoredTooEarly } }),
  },
  {
    what: 'a client that files events wrongly',
    weather: 'calm',
    promises: ['P-4'],
    make: () => ({
      client: {
        rules: (rules) => ({
          ...rules,
          evolve: (state, recorded) =>
            recorded.event.type === 'ticket.bumped' && recorded.seq !== state.seq
              ? rules.evolveHidden(state, recorded.seq)
              : rules.evolve(state, recorded),
        }),
      },
    }),
  },
]
