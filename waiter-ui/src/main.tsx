// The waiter's program begins here: the door draws while the work behind it and the rules are still on their way.
import { lateRules } from '@comanda/app-shell/late-rules'
import { startApp } from '@comanda/app-shell/parts/start-app'
import type { AppSession } from '@comanda/app-shell/session'
import { steadyFinger } from '@comanda/ui-kit/steady-finger'
import { signal } from '@preact/signals'
import type { VNode } from 'preact'
import '@comanda/ui-kit/css/tokens.css'
import '@comanda/ui-kit/css/base.css'
import '@comanda/ui-kit/css/components.css'
import '@comanda/app-shell/css/shell.css'
import './app.css'

const rules = lateRules()
const work = signal<typeof import('./work.tsx') | undefined>(undefined)
void import('./work.tsx').then((loaded) => {
  work.value = loaded
})

function Work({ session }: { session: AppSession }): VNode | null {
  const loaded = work.value
  return loaded === undefined ? null : <loaded.Work session={session} rules={rules} />
}

steadyFinger(document)
const root = document.getElementById('app')
if (root !== null) {
  startApp({
    root,
    kind: 'tablet',
    room: 'floor',
    needsPerson: true,
    build: 'waiter 0.1.0',
    rules,
    texts: { en: { title: 'Orders' }, ru: { title: 'Заказы' } },
    screen: (session) => <Work session={session} />,
  })
}
