// What a person has to decide about the screen itself: a newer program, another tab in its place, storage that fails. It lies
// over the rail and moves nothing; that the data is old is said by the bar and the frame.
import { ConnectionBanner } from '@comanda/app-shell/parts/connection-banner'
import { UpdatePrompt } from '@comanda/app-shell/parts/update-prompt'
import type { AppSession } from '@comanda/app-shell/session'
import type { ComponentChildren } from 'preact'

export function Notices({ session, children }: { session: AppSession; children?: ComponentChildren }) {
  const { ended, storageFault } = session.signals.status.value
  return (
    <div class="notices">
      {(ended !== undefined || storageFault !== undefined) && <ConnectionBanner session={session} />}
      {children}
      <UpdatePrompt session={session} />
    </div>
  )
}
