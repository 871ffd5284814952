// The kitchen's screens. The door draws while the work behind it and what files events are on their way; the rules that
// foretell an act come last, for tickets must be readable before anything else.
import { startApp } from '@comanda/app-shell/parts/start-app'
import type { AppSession } from '@comanda/app-shell/session'
import { signal } from '@preact/signals'
import type { VNode } from 'preact'
import { startedAs, stationsFor } from './setup/setup.ts'
import '@comanda/ui-kit/css/tokens.css'
import '@comanda/ui-kit/css/base.css'
import '@comanda/ui-kit/css/components.css'
import '@comanda/app-shell/css/shell.css'
import './css/screen.css'
import './css/bar.css'
import './css/rail.css'
import './css/panel.css'
import './css/old-data.css'
import './css/slip.css'
import './css/slip-states.css'
import './css/dishes.css'
import './css/stub.css'
import './css/dialogs.css'

const rules = import('./late-rules.ts').then(({ rulesThatGrow }) => rulesThatGrow())
const work = signal<typeof import('./kitchen-app.tsx') | undefined>(undefined)
void import('./kitchen-app.tsx').then((loaded) => {
  work.value = loaded
})

function Work({ session }: { session: AppSession }): VNode | null {
  const loaded = work.value
  return loaded === undefined ? null : <loaded.KitchenApp session={session} />
}

const stations = stationsFor(startedAs)
const root = document.getElementById('app')
if (root !== null) {
  startApp({
    root,
    kind: 'kitchen',
    room: 'kitchen',
    needsPerson: true,
    build: 'kitchen 0.1.0',
    rules,
    texts: { en: { title: 'Kitchen' }, ru: { title: 'Кухня' } },
    ...(stations === undefined ? {} : { stations }),
    screen: (session) => <Work session={session} />,
  })
}
