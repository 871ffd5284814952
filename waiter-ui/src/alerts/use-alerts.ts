import { useWaiter } from '../waiter.ts'
import { type Alert, alertsFor } from './alert-list.ts'
import { type Refusal, refusals } from './refusals.ts'

/** What waits for this waiter now; drawn again when that changes. */
export function useAlerts(): { alerts: readonly Alert[]; came: readonly Refusal[] } {
  const { session } = useWaiter()
  const state = session.signals.state.value
  const me = session.me.value?.staffId
  const came = refusals(session.signals.commands.value, session.language.value)
  return { alerts: state === undefined || me === undefined ? [] : alertsFor(state, me), came }
}
