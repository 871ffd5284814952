// The confirmed state once it holds what an answer speaks of: answers may come before the events that they are about.
import type { State } from '@comanda/shared/domain/state'
import type { Client } from '@comanda/sync-client/client-types'

export const whenConfirmed = (client: Pick<Client, 'confirmed' | 'onChange'>, seq: number): Promise<State> =>
  new Promise((resolve) => {
    const look = (): boolean => {
      const state = client.confirmed()
      if (state === undefined || state.seq < seq) return false
      resolve(state)
      return true
    }
    if (look()) return
    const stop = client.onChange(() => {
      if (look()) stop()
    })
  })
