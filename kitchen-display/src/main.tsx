import { lateRules } from '@comanda/app-shell/late-rules'
import { ConnectionBanner } from '@comanda/app-shell/parts/connection-banner'
import { startApp } from '@comanda/app-shell/parts/start-app'
import { UpdatePrompt } from '@comanda/app-shell/parts/update-prompt'
import { EmptyState } from '@comanda/ui-kit/components/states'
import '@comanda/ui-kit/css/tokens.css'
import '@comanda/ui-kit/css/base.css'
import '@comanda/ui-kit/css/components.css'
import '@comanda/app-shell/css/shell.css'

const root = document.getElementById('app')
if (root !== null) {
  startApp({
    root,
    kind: 'kitchen',
    room: 'kitchen',
    needsPerson: true,
    build: 'kitchen 0.1.0',
    rules: lateRules(),
    texts: { en: { title: 'Kitchen' }, ru: { title: 'Кухня' } },
    screen: (session) => (
      <>
        <ConnectionBanner session={session} />
        <UpdatePrompt session={session} />
        <EmptyState title={session.restaurant.name} detail={session.me.value?.name} />
      </>
    ),
  })
}
