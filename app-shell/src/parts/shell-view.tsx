// What is on the glass: the door in the state it is in, or the screen's own work behind it.

import type { Language } from '@comanda/shared/model/text'
import { Button } from '@comanda/ui-kit/components/button'
import { Spinner } from '@comanda/ui-kit/components/spinner'
import { ErrorCard } from '@comanda/ui-kit/components/states'
import { Toasts } from '@comanda/ui-kit/components/toasts'
import { Words, wordsEn, wordsRu } from '@comanda/ui-kit/words'
import type { VNode } from 'preact'
import type { AppSession, DeviceKind } from '../session.ts'
import type { Shell } from '../shell.ts'
import { PreferencesContext, useShellTexts } from '../shell-context.ts'
import { latePart } from './late-part.tsx'
import { LetInByAddress } from './let-in.tsx'
import { LockScreen, type Reachable } from './lock-screen.tsx'
import { SignIn } from './sign-in.tsx'
import { Threshold } from './threshold.tsx'

export type ShellViewProps = {
  shell: Shell
  kind: DeviceKind
  texts: Readonly<Record<Language, { readonly title: string }>>
  screen: (session: AppSession) => VNode
}

/** Once in a device's life. */
const Pairing = latePart(() => import('./pairing.tsx').then((part) => part.Pairing))

const kitWords = { en: wordsEn, ru: wordsRu }

export function ShellView(props: ShellViewProps) {
  const { preferences } = props.shell
  return (
    <PreferencesContext.Provider value={preferences}>
      <Words.Provider value={kitWords[preferences.language.value]}>
        <Work {...props} />
        <DoorView {...props} />
        <Toasts />
      </Words.Provider>
    </PreferencesContext.Provider>
  )
}

/** The screen itself. Behind a lock it stays as it is, out of sight and out of reach; another person begins anew. */
function Work({ shell, screen }: ShellViewProps) {
  const session = shell.session.value
  const { at } = shell.door.door.value
  if (session === undefined || (at !== 'open' && at !== 'locked')) return null
  const isLocked = at === 'locked'
  return (
    <div class={isLocked ? 'a-work a-covered' : 'a-work'} inert={isLocked} key={session.me.value?.staffId ?? 'nobody'}>
      {screen(session)}
      <LetInByAddress session={session} />
    </div>
  )
}

function DoorView({ shell, kind, texts }: ShellViewProps) {
  const words = useShellTexts()
  const door = shell.door.door.value
  const seat = shell.door.seat.value
  const session = shell.session.value
  const title = texts[shell.preferences.language.value].title
  const askAgain = () => void shell.door.ask()
  const reachable = reachableBy(session)
  const people = session?.people.value ?? seat?.people ?? []
  if (shell.cannotKeep.value) {
    return (
      <Threshold title={title}>
        <ErrorCard what={words.cannotKeep.what} kept={words.cannotKeep.kept} next={words.cannotKeep.next} />
      </Threshold>
    )
  }
  switch (door.at) {
    case 'opening':
      return <Waiting label={words.opening} />
    case 'unreachable':
      return (
        <Threshold title={title}>
          <ErrorCard
            what={door.problem.message}
            kept={door.problem.kept}
            next={door.problem.next}
            actions={<Button label={words.again} tone="primary" onPress={askAgain} />}
          />
        </Threshold>
      )
    case 'pairing':
    case 'wrong-kind': {
      const note = door.at === 'wrong-kind' ? words.pairing.wrongKind : door.revoked ? words.pairing.revoked : undefined
      return (
        <Pairing desk={shell.desk} kind={kind} title={title} note={note} onPaired={() => void shell.door.paired()} />
      )
    }
    case 'signing-in':
      return (
        <Threshold over={seat?.restaurant.name} title={words.signIn.title}>
          {reachable === 'no' && <p role="status">{words.signIn.offline}</p>}
          <SignIn people={people} enter={(by) => shell.door.signIn(by)} />
        </Threshold>
      )
    case 'locked': {
      const me = seat?.me
      if (me === undefined) return null
      const common = { restaurant: seat?.restaurant.name ?? '', me, people, reachable }
      return <LockScreen {...common} enter={(by) => shell.door.signIn(by)} goOn={() => shell.door.unlock()} />
    }
    case 'open':
      return session === undefined ? <Waiting label={words.opening} /> : null
  }
}

function reachableBy(session: AppSession | undefined): Reachable {
  const link = session?.signals.status.value.link
  if (link === 'live' || link === 'catching-up') return 'yes'
  return link === 'offline' ? 'no' : 'unsure'
}

const Waiting = ({ label }: { label: string }) => (
  <p class="a-waiting" role="status">
    <Spinner label={label} /> {label}
  </p>
)
