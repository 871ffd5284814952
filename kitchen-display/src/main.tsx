// The kitchen's screens. Tickets must be readable before anything else, so the rules that foretell an act are loaded beside
// the first picture and not before it.
import { startApp } from '@comanda/app-shell/parts/start-app'
import { type Decide, kitchenRules } from '@comanda/sync-client/kitchen-rules'
import { KitchenApp, startedAs } from './kitchen-app.tsx'
import { stationsFor } from './setup/setup.ts'
import '@comanda/ui-kit/css/tokens.css'
import '@comanda/ui-kit/css/base.css'
import '@comanda/ui-kit/css/components.css'
import '@comanda/app-shell/css/shell.css'
import './css/kds.css'
import './css/slip.css'
import './css/dialogs.css'

let decide: Decide | undefined
void import('@comanda/shared/domain/kitchen-decide').then((rules) => {
  decide = rules.kitchenDecide
})

const stations = stationsFor(startedAs)
const root = document.getElementById('app')
if (root !== null) {
  startApp({
    root,
    kind: 'kitchen',
    room: 'kitchen',
    needsPerson: true,
    build: 'kitchen 0.1.0',
    rules: kitchenRules(() => decide),
    texts: { en: { title: 'Kitchen' }, ru: { title: 'Кухня' } },
    ...(stations === undefined ? {} : { stations }),
    screen: (session) => <KitchenApp session={session} />,
  })
}
