// The small sign in a corner: nothing while all is well, a chip while it is not.
import { Badge } from '@comanda/ui-kit/components/badge'
import { Spinner } from '@comanda/ui-kit/components/spinner'
import { shownOf } from '../connection.ts'
import type { AppSession } from '../session.ts'
import { useShellTexts } from '../shell-context.ts'

export function ConnectionBadge({ session }: { session: AppSession }) {
  const words = useShellTexts().link
  const { status } = session.signals
  const shown = shownOf(status.value)
  switch (shown.kind) {
    case 'live':
      return null
    case 'reconnecting':
    case 'catching-up': {
      const said = shown.kind === 'reconnecting' ? words.reconnecting : words.catchingUp
      return (
        <span class="a-chip" role="status">
          <Spinner label={said} /> <span>{said}</span>
        </span>
      )
    }
    default:
      return <Badge tone="warn" glyph="offline" label={words.offline(status.value.unsent)} />
  }
}
