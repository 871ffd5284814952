import type { VNode } from 'preact'
import { hashOf } from '../route.ts'
import { useWaiter } from '../waiter.ts'

export function HomeScreen(): VNode {
  const { session } = useWaiter()
  const tables = Object.values(session.signals.state.value?.catalog.tables ?? {})
  return (
    <ul>
      {tables.map((table) =>
        table === undefined ? null : (
          <li key={table.id}>
            <a href={hashOf({ at: 'table', tableId: table.id })}>{table.name}</a>
          </li>
        ),
      )}
    </ul>
  )
}
