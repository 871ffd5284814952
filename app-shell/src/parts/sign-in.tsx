// Who holds this device: a badge, or a tile for each person and then the PIN.
import { Button } from '@comanda/ui-kit/components/button'
import { EmptyState } from '@comanda/ui-kit/components/states'
import { useState } from 'preact/hooks'
import type { Answer, Problem } from '../api.ts'
import type { Entry } from '../entry.ts'
import type { StaffMember } from '../session.ts'
import { useShellTexts } from '../shell-context.ts'
import { useBadge } from '../use-badge.ts'
import { BadgeCamera } from './badge-camera.tsx'
import { PersonPin } from './person-pin.tsx'

export type SignInProps = {
  people: readonly StaffMember[]
  /** Chosen already: whoever the screen was locked by. */
  first?: StaffMember | undefined
  enter: (by: Entry) => Promise<Answer>
}

const problemOf = (answer: Answer): Problem | undefined => (answer.ok ? undefined : answer.problem)

export function SignIn({ people, first, enter }: SignInProps) {
  const words = useShellTexts().signIn
  const [person, choose] = useState<StaffMember | undefined>(first)
  const [problem, setProblem] = useState<Problem>()
  const able = people.filter(({ mayEnter }) => mayEnter)
  const showBadge = async (badge: string) => setProblem(problemOf(await enter({ badge })))
  useBadge(showBadge)

  if (able.length === 0) return <EmptyState glyph="person" title={words.nobody} />
  return (
    <>
      {problem && <p role="alert">{`${problem.message} ${problem.next}`}</p>}
      {person === undefined ? (
        <>
          <p class="k-muted">{words.who}</p>
          <ul class="a-people" aria-label={words.who}>
            {able.map((one) => (
              <li key={one.id}>
                <Button label={one.name} size="xl" wide onPress={() => choose(one)} />
              </li>
            ))}
          </ul>
          <BadgeCamera onBadge={showBadge} />
        </>
      ) : (
        <PersonPin
          key={person.id}
          person={person}
          onBack={() => choose(undefined)}
          tryPin={async (pin) => problemOf(await enter({ staffId: person.id, pin }))}
        />
      )}
    </>
  )
}
