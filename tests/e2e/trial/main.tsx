// The smallest screen that has all of the shell around it. Its session lies open for the tests.
import { lateRules } from '@comanda/app-shell/late-rules'
import { ApprovalDialog } from '@comanda/app-shell/parts/approval-dialog'
import { ApprovalRequests } from '@comanda/app-shell/parts/approval-requests'
import { ConnectionBadge } from '@comanda/app-shell/parts/connection-badge'
import { ConnectionBanner } from '@comanda/app-shell/parts/connection-banner'
import { SessionSheet } from '@comanda/app-shell/parts/session-sheet'
import { startApp } from '@comanda/app-shell/parts/start-app'
import { UpdatePrompt } from '@comanda/app-shell/parts/update-prompt'
import type { AppSession } from '@comanda/app-shell/session'
import type { ApprovalId, CommandId } from '@comanda/shared/model/ids'
import { Button } from '@comanda/ui-kit/components/button'
import { useState } from 'preact/hooks'
import '@comanda/ui-kit/css/tokens.css'
import '@comanda/ui-kit/css/base.css'
import '@comanda/ui-kit/css/components.css'
import '@comanda/app-shell/css/shell.css'

/** Baked in by the build: another word is another release. */
declare const __WORD__: string

type Open = { session?: AppSession; approved?: ApprovalId }
const open = globalThis as unknown as { trial: Open }
open.trial = {}

function Trial({ session }: { session: AppSession }) {
  const [menu, setMenu] = useState(false)
  const [asking, setAsking] = useState<CommandId>()
  open.trial.session = session
  return (
    <div>
      <ConnectionBanner session={session} />
      <UpdatePrompt session={session} />
      <ApprovalRequests session={session} nameOf={(action) => action} />
      <main class="k-stack">
        <h1>{`${session.me.value?.name ?? 'Nobody'} ${__WORD__}`}</h1>
        <ConnectionBadge session={session} />
        <p>{`Orders: ${session.signals.state.value?.orders.size ?? '?'}`}</p>
        <p>{`Unsent: ${session.signals.status.value.unsent}`}</p>
        <p>{`Time: ${session.clock(session.now.value)} ${session.money(123456)}`}</p>
        <Button label="Menu" onPress={() => setMenu(true)} />
        <Button label="Ask for a yes" onPress={() => setAsking(session.client.newCommandId())} />
      </main>
      <SessionSheet session={session} open={menu} onClose={() => setMenu(false)} />
      {asking && (
        <ApprovalDialog
          session={session}
          wish={{ commandId: asking, command: trialVoid, action: 'line.void-started' }}
          what="Void 1 Soup, started"
          onClose={() => setAsking(undefined)}
          onApproved={(approvalId) => {
            open.trial.approved = approvalId
            setAsking(undefined)
          }}
        />
      )}
    </div>
  )
}

/** Never sent: the yes to it is what is tried. */
const trialVoid = { type: 'line.void', args: { orderId: 'o', lineId: 'l', reason: 'mistake' } }

const root = document.getElementById('app')
if (root === null) throw new Error('the page has no place for the screen')
startApp({
  root,
  kind: 'tablet',
  path: 'trial',
  room: 'floor',
  needsPerson: true,
  build: 'trial',
  rules: lateRules(),
  texts: { en: { title: 'Trial' }, ru: { title: 'Проба' } },
  screen: (session) => <Trial session={session} />,
})
