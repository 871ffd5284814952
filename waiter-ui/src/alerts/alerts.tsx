// What must not be missed, over whatever screen is open: a strip with the most pressing of it, and all of it in one tap.
// Home shows the same beside the tables, so there the strip stays away; the bell rings everywhere.
import { bound } from '@comanda/ui-kit/action'
import { ActionButton } from '@comanda/ui-kit/components/action-button'
import { Age } from '@comanda/ui-kit/components/age'
import { Button } from '@comanda/ui-kit/components/button'
import { Sheet } from '@comanda/ui-kit/components/sheet'
import { Icon, type IconName } from '@comanda/ui-kit/icons/icon'
import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useKeys } from '../asking/use-keys.ts'
import { useScene } from '../asking/use-scene.ts'
import { useTexts, useWaiter } from '../waiter.ts'
import { finish, take } from './alert-deeds.ts'
import { type Alert, isQuiet } from './alert-list.ts'
import { alertWords, spokenLeadOf } from './alert-words.ts'
import { AlertLists } from './parts/alert-lists.tsx'
import { LeavingStrip } from './parts/leaving-strip.tsx'
import { knownAfter, pressing, ringFor } from './ringer.ts'
import { useAlerts } from './use-alerts.ts'
import './alerts.css'

function useBell(alerts: readonly Alert[]): void {
  const { bell } = useWaiter()
  const known = useRef<ReadonlySet<string>>(undefined)
  const keys = [...knownAfter(alerts)].join('\n')
  useEffect(() => {
    const ring = known.current === undefined ? undefined : ringFor(known.current, alerts)
    known.current = knownAfter(alerts)
    if (ring !== undefined) bell.ring(ring.sound, ring.pattern)
  }, [keys])
}

const glyphs: Readonly<Record<Alert['kind'], IconName>> = {
  ready: 'check',
  call: 'bell',
  'kitchen-asks': 'help',
  unconfirmed: 'warn',
  held: 'pause',
  'refused-round': 'warn',
  bill: 'receipt',
  printer: 'printer',
  'bill-print': 'printer',
  'sold-out': 'warn',
  uncalled: 'warn',
}

const byPress = (a: Alert, b: Alert): number =>
  Number(a.takenBy !== undefined) - Number(b.takenBy !== undefined) ||
  pressing.indexOf(a.kind) - pressing.indexOf(b.kind) ||
  a.since - b.since

export function Alerts(): VNode | null {
  const { route } = useWaiter()
  const { alerts: words } = useTexts()
  const { alerts: all, came } = useAlerts()
  const [open, setOpen] = useState(false)
  useBell(all)
  const here = route.value
  // its bill says it itself
  const isSaidHere = (alert: Alert) =>
    alert.kind === 'bill-print' && here.at === 'bill' && here.orderId === alert.orderId
  const alerts = all.filter((alert) => !isQuiet(alert) && !isSaidHere(alert))
  const count = alerts.length + came.length
  const scene = useScene()
  const [first] = [...alerts].sort(byPress)
  const waits = alerts.find((alert) => take.enabled(scene, { alert }) === true)
  useKeys(waits === undefined ? [] : [bound(take, scene, { alert: waits })])
  if (here.at === 'home' || count === 0) return <LeavingStrip />
  return (
    <>
      <LeavingStrip />
      <section
        class={came.length > 0 ? 'w-strip w-strip-failed' : `w-strip w-strip-${first?.kind ?? 'none'}`}
        aria-label={words.title}
      >
        {came.length > 0 || first === undefined ? (
          <p class="w-strip-words" role="alert">
            <Icon name="warn" />
            <strong>{words.cameBack(words.commands[came[0]?.type ?? ''] ?? words.something)}</strong>
          </p>
        ) : (
          <StripAlert alert={first} />
        )}
        <Button
          label={came.length === 0 && count === 1 ? words.open : words.all(count)}
          tone="quiet"
          popup="dialog"
          onPress={() => setOpen(true)}
        />
        {open && (
          <Sheet open title={words.title} onClose={() => setOpen(false)}>
            <AlertLists />
          </Sheet>
        )}
      </section>
    </>
  )
}

function StripAlert({ alert }: { alert: Alert }): VNode | null {
  const scene = useScene()
  const { session } = useWaiter()
  const state = session.signals.state.value
  if (state === undefined) return null
  const { title, details } = alertWords(alert, { texts: scene.texts, state, pick: session.pick })
  const takes =
    alert.kind === 'ready' || alert.kind === 'call' || (alert.kind === 'bill' && alert.takenBy === undefined)
  return (
    <>
      <p class="w-strip-words" role="status">
        <Icon name={glyphs[alert.kind]} />
        <strong class="w-strip-lead">{spokenLeadOf(alert, state, scene.texts)}</strong>
        <span class="w-strip-text">
          <span class="w-strip-title">{title}</span>
          <span class="w-strip-more">{details.join(', ')}</span>
          <Age since={alert.since} now={session.now} />
        </span>
      </p>
      {takes && (
        <ActionButton
          action={alert.takenBy === undefined ? { ...take, tone: 'plain' } : finish}
          state={scene}
          input={{ alert }}
        />
      )}
    </>
  )
}
