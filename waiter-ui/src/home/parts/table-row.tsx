// A table of mine: what it needs, how it stands, and one tap into it.
import { ActionButton } from '@comanda/ui-kit/components/action-button'
import { Age } from '@comanda/ui-kit/components/age'
import { Icon } from '@comanda/ui-kit/icons/icon'
import type { VNode } from 'preact'
import { useScene } from '../../asking/use-scene.ts'
import { clearTable } from '../../order/order-deeds.ts'
import { targetName } from '../../ordering/party-name.ts'
import { hashOf, home, type Route } from '../../route.ts'
import { useTexts, useWaiter } from '../../waiter.ts'
import type { MyTable } from '../my-table.ts'
import { detail, headline, type Saying } from '../row-words.ts'
import { NeedBadge } from './need-badge.tsx'

function useSaying(): Saying | undefined {
  const { session } = useWaiter()
  const texts = useTexts()
  const state = session.signals.state.value
  const people = session.people.value
  if (state === undefined) return undefined
  const nameOf = (staffId: string) => people.find(({ id }) => id === staffId)?.name ?? staffId
  return { texts, state, pick: session.pick, clock: session.clock, nameOf, me: session.me.value?.staffId }
}

const leadOf = (row: MyTable, { state }: Saying): string => {
  const tableId = row.tableId ?? row.begun?.opening.tableId
  const table = tableId === undefined ? undefined : state.catalog.tables[tableId]
  const order = row.orderId === undefined ? undefined : state.orders.get(row.orderId)
  return table?.name ?? (order === undefined ? '+' : `#${order.number}`)
}

/** A tab's and a takeaway's own name. */
function nameOf(row: MyTable, { state, texts }: Saying): string | undefined {
  if (row.begun !== undefined) return targetName(state, { kind: 'new', opening: row.begun.opening }, texts.ordering)
  return row.orderId === undefined ? undefined : state.orders.get(row.orderId)?.name
}

function routeOf({ begun, tableId, orderId }: MyTable): Route {
  if (begun !== undefined) return { at: 'draft', draftId: begun.draftId }
  if (tableId !== undefined) return { at: 'table', tableId }
  return orderId === undefined ? home : { at: 'order', orderId }
}

export function TableRow({ row }: { row: MyTable }): VNode | null {
  const { session } = useWaiter()
  const scene = useScene()
  const saying = useSaying()
  if (saying === undefined) return null
  const { need, staged, tableId } = row
  const name = nameOf(row, saying)
  const isQuiet = need === undefined && (staged.stage === 'free' || staged.stage === 'to-clear')
  return (
    <li class={`w-mine-row${isQuiet ? ' w-mine-quiet' : ''}`}>
      <a class="w-mine-link" href={hashOf(routeOf(row))}>
        <span class={`w-mine-lead${row.tableId === undefined ? ' w-mine-tab' : ''}`}>{leadOf(row, saying)}</span>
        <span class="w-mine-words">
          <span class="w-mine-title">
            {name === undefined ? headline(row, saying) : `${name}: ${headline(row, saying)}`}
          </span>
          <span class="w-mine-detail">{detail(row, saying)}</span>
        </span>
        {need !== undefined ? (
          <span class="w-mine-need">
            <NeedBadge need={need} />
          </span>
        ) : (
          staged.since !== undefined && <Age since={staged.since} now={session.now} class="k-muted" />
        )}
        <Icon name="right" />
      </a>
      {staged.stage === 'to-clear' && tableId !== undefined && (
        <ActionButton
          action={{ ...clearTable, tone: 'plain', label: () => scene.texts.home.cleared }}
          state={scene}
          input={{ tableId }}
        />
      )}
    </li>
  )
}
