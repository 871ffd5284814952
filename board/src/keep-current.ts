// The board starts without the server, and takes a new release by itself: nobody stands before it to say yes, and there is
// nothing on it that could be lost.
import { every } from '@comanda/app-shell/adapters/page'
import { watchUpdates } from '@comanda/app-shell/worker/updates'
import { effect } from '@preact/signals'

export function keepCurrent(): void {
  const updates = watchUpdates({ screen: 'board', every })
  effect(() => {
    if (updates.isReady.value) updates.take()
  })
}
