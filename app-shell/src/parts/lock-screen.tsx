// Covers a screen that nobody touched for a while. Whoever was signed in goes on with the PIN; without the server, which
// alone can look at a PIN, that one person goes on with a tap, and nobody else.
import { Button } from '@comanda/ui-kit/components/button'
import { useState } from 'preact/hooks'
import type { Answer } from '../api.ts'
import type { Entry } from '../entry.ts'
import type { Me, StaffMember } from '../session.ts'
import { useShellTexts } from '../shell-context.ts'
import { SignIn } from './sign-in.tsx'
import { Threshold } from './threshold.tsx'

export type Reachable = 'yes' | 'no' | 'unsure'

export type LockScreenProps = {
  restaurant: string
  me: Me
  people: readonly StaffMember[]
  /** `unsure` while a short trouble is not yet called offline: then a try shows it. */
  reachable: Reachable
  enter: (by: Entry) => Promise<Answer>
  goOn: () => void
}

export function LockScreen({ restaurant, me, people, reachable, enter, goOn }: LockScreenProps) {
  const words = useShellTexts().locked
  const [refused, setRefused] = useState(false)
  const tryPin = async (by: Entry): Promise<Answer> => {
    const answer = await enter(by)
    setRefused(!answer.ok && answer.problem.code === 'unreachable')
    return answer
  }
  const mayTry = reachable === 'yes' || (reachable === 'unsure' && !refused)
  return (
    <Threshold over={restaurant} title={words.title}>
      {mayTry ? (
        <SignIn people={people} first={people.find(({ id }) => id === me.staffId)} enter={tryPin} />
      ) : (
        <>
          <p role="status">{words.offline(me.name)}</p>
          <Button label={words.goOn(me.name)} tone="primary" size="xl" wide icon="person" onPress={goOn} />
        </>
      )}
    </Threshold>
  )
}
