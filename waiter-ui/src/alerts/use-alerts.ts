import { computed } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { useWaiter } from '../waiter.ts'
import { type Alert, alertsFor } from './alert-list.ts'
import { type Refusal, refusals } from './refusals.ts'

/** Draws again when one of these moments has come, and not with every second before. */
function useMoments(moments: readonly number[]): void {
  const { now } = useWaiter().session
  useMemo(() => computed(() => moments.filter((moment) => moment <= now.value).length), [now, moments.join()]).value
}

/** What waits for this waiter now; drawn again when that changes. */
export function useAlerts(): { alerts: readonly Alert[]; came: readonly Refusal[] } {
  const { session } = useWaiter()
  const state = session.signals.state.value
  const me = session.me.value?.staffId
  const came = refusals(session.signals.commands.value, session.language.value)
  const alerts = state === undefined || me === undefined ? [] : alertsFor(state, me, session.now.peek())
  useMoments(alerts.flatMap((alert) => (alert.kind === 'uncalled' ? alert.attention : [])))
  return { alerts, came }
}
