// Pairing as the server offers it: a code to show, a claim to collect with, and in the demo a short cut.

import type { Cancel, Millis } from '@comanda/shared/ports/time'
import { type Api, isFields, type Problem } from './api.ts'
import type { DeviceKind } from './session.ts'

export type Shown = { readonly code: string; readonly claim: string }

export type PairingDesk = {
  setup(): Promise<{ name: string; demo: boolean }>
  begin(name: string): Promise<{ ok: true; shown: Shown } | { ok: false; problem: Problem }>
  /** Asks every two seconds until somebody said yes, or the code is too old. */
  wait(shown: Shown, ended: (how: 'paired' | 'over') => void): Cancel
  tryOut(kind: DeviceKind, name: string): Promise<Problem | undefined>
}

const lookAgain: Millis = 2_000

export function pairingDesk(api: Api, after: (delay: Millis, run: () => void) => Cancel): PairingDesk {
  return {
    async setup() {
      const answer = await api.get('/api/setup')
      const body = answer.ok && isFields(answer.body) ? answer.body : {}
      return { name: typeof body.name === 'string' ? body.name : '', demo: body.demo === true }
    },
    async begin(name) {
      const answer = await api.post('/api/pairings', { name })
      if (!answer.ok) return { ok: false, problem: answer.problem }
      const body = isFields(answer.body) ? answer.body : {}
      return { ok: true, shown: { code: String(body.code), claim: String(body.claim) } }
    },
    wait({ claim }, ended) {
      let stopped = false
      let cancel: Cancel = () => {}
      const look = async (): Promise<void> => {
        const answer = await api.post('/api/pairings/collect', { claim })
        if (stopped) return
        if (answer.ok && answer.status === 200) return ended('paired')
        // What cannot be reached now may be in two seconds; any other refusal is final.
        if (!answer.ok && answer.problem.code !== 'unreachable') return ended('over')
        cancel = after(lookAgain, look)
      }
      cancel = after(lookAgain, look)
      return () => {
        stopped = true
        cancel()
      }
    },
    async tryOut(kind, name) {
      const answer = await api.post('/api/demo/device', { kind, name })
      return answer.ok ? undefined : answer.problem
    },
  }
}
