// All that waits for this waiter: what came back first, then guests, dishes, and what is to be settled.

import { EmptyState } from '@comanda/ui-kit/components/states'
import type { VNode } from 'preact'
import { useTexts } from '../../waiter.ts'
import type { Alert } from '../alert-list.ts'
import { useAlerts } from '../use-alerts.ts'
import { AlertRow } from './alert-row.tsx'
import { RefusalCard } from './refusal-card.tsx'

type Group = { readonly key: string; readonly title: string; readonly alerts: readonly Alert[] }

const answerable: readonly Alert['kind'][] = ['kitchen-asks', 'held', 'call', 'ready', 'bill']

/** Something can be said to it that nobody has said. */
const isToBeAnswered = ({ kind, takenBy }: Alert): boolean => takenBy === undefined && answerable.includes(kind)

export function AlertLists(): VNode {
  const { alerts: words } = useTexts()
  const { alerts, came } = useAlerts()
  const of = (...kinds: Alert['kind'][]) => alerts.filter(({ kind }) => kinds.includes(kind))
  const groups: Group[] = [
    {
      key: 'other',
      title: words.otherTitle,
      alerts: of('unconfirmed', 'printer', 'bill-print', 'kitchen-asks', 'sold-out', 'refused-round', 'held'),
    },
    { key: 'call', title: words.callsTitle, alerts: of('call') },
    { key: 'ready', title: words.readyTitle, alerts: of('ready') },
    { key: 'uncalled', title: words.uncalledTitle, alerts: of('uncalled') },
    { key: 'bill', title: words.billsTitle, alerts: of('bill') },
  ]
  const shown = groups.filter((group) => group.alerts.length > 0)
  const first = shown.flatMap((group) => group.alerts).find(isToBeAnswered)
  if (shown.length === 0 && came.length === 0) {
    return <EmptyState glyph="bell" title={words.none} detail={words.noneWhat} />
  }
  return (
    <div class="w-alert-lists">
      {came.map((refusal) => (
        <RefusalCard key={refusal.id} refusal={refusal} />
      ))}
      {shown.map((group) => (
        <section key={group.key} class="w-alert-group" aria-label={group.title}>
          <header class="w-alert-group-head">
            <h2>{group.title}</h2>
            <span class="k-muted">
              {group.alerts.length > 1 ? `${group.alerts.length}, ${words.oldestFirst}` : group.alerts.length}
            </span>
          </header>
          <ul>
            {group.alerts.map((alert) => (
              <AlertRow key={alert.key} alert={alert} first={alert === first} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
