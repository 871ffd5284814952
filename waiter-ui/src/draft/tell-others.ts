// What others may know of a draft: who is at which table with how many lines, nothing of what is in it (ORD-2).
import type { StaffId, TableId } from '@comanda/shared/model/ids'
import type { Cancel } from '@comanda/shared/ports/time'
import type { Client } from '@comanda/sync-client/client-types'
import { computed, effect, type ReadonlySignal, type Signal } from '@preact/signals'
import type { Route } from '../route.ts'
import { type Draft, dishCount } from './draft.ts'
import { openDrafts } from './left-drafts.ts'

export type Here = { tableId?: TableId; draftLines?: number }

const tableOf = ({ target }: Draft): TableId | undefined =>
  target.kind === 'new' ? target.opening.tableId : target.tableId

/** The table on the screen; away from all tables, the one whose draft was touched last by whoever has the tablet. */
export function hereOf(
  route: Route,
  drafts: readonly Draft[],
  tableOfOrder: (route: Route) => TableId | undefined,
  me: StaffId | undefined,
): Here {
  const own = openDrafts(drafts).filter(({ by }) => by === undefined || by === me)
  const latest = own.sort((a, b) => b.changedAt - a.changedAt)
  const tableId = route.at === 'table' ? route.tableId : (tableOfOrder(route) ?? latest.map(tableOf).find(Boolean))
  if (tableId === undefined) return {}
  const lines = drafts.filter((draft) => tableOf(draft) === tableId).reduce((sum, draft) => sum + dishCount(draft), 0)
  return { tableId, draftLines: lines }
}

export type TellParts = {
  client: Pick<Client, 'here'>
  drafts: ReadonlySignal<ReadonlyMap<string, Draft>>
  route: ReadonlySignal<Route>
  tableOfOrder: (route: Route) => TableId | undefined
  me: ReadonlySignal<{ readonly staffId: StaffId } | undefined>
  /** How many lines an update or a sign-out would put at risk. */
  unsent: Signal<number>
}

export function tellOthers({ client, drafts, route, tableOfOrder, me, unsent }: TellParts): Cancel {
  const here = computed(() =>
    JSON.stringify(hereOf(route.value, [...drafts.value.values()], tableOfOrder, me.value?.staffId)),
  )
  const stopTelling = effect(() => client.here(JSON.parse(here.value) as Here))
  const stopCounting = effect(() => {
    unsent.value = [...drafts.value.values()].reduce((sum, draft) => sum + dishCount(draft), 0)
  })
  return () => {
    stopTelling()
    stopCounting()
  }
}
