// Who holds this device: a tile for each person, then the PIN. Tries run out, and the wait for the next one is shown.
import { Button } from '@comanda/ui-kit/components/button'
import { PinPad } from '@comanda/ui-kit/components/pin-pad'
import { EmptyState } from '@comanda/ui-kit/components/states'
import { useState } from 'preact/hooks'
import type { Answer, Problem } from '../api.ts'
import type { StaffMember } from '../session.ts'
import { useShellTexts } from '../shell-context.ts'
import { useCountdown } from '../use-countdown.ts'

export type SignInProps = {
  people: readonly StaffMember[]
  /** Chosen already: whoever the screen was locked by. */
  first?: StaffMember | undefined
  enter: (by: { staffId: string; pin: string }) => Promise<Answer>
  onEntered?: (() => void) | undefined
}

const secondsOf = (problem: Problem): number => {
  const { seconds } = problem.details
  return typeof seconds === 'number' ? seconds : 0
}

export function SignIn({ people, first, enter, onEntered }: SignInProps) {
  const texts = useShellTexts()
  const words = texts.signIn
  const [person, choose] = useState<StaffMember | undefined>(first)
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState<{ count: number; problem?: Problem }>({ count: 0 })
  const wait = useCountdown(tried.problem?.code === 'too-many-tries' ? secondsOf(tried.problem) : 0, tried.count)
  const able = people.filter(({ mayEnter }) => mayEnter)

  if (person === undefined) {
    if (able.length === 0) return <EmptyState glyph="person" title={words.nobody} />
    return (
      <>
        <p class="k-muted">{words.who}</p>
        <ul class="a-people" aria-label={words.who}>
          {able.map((one) => (
            <li key={one.id}>
              <Button label={one.name} size="xl" wide onPress={() => choose(one)} />
            </li>
          ))}
        </ul>
      </>
    )
  }
  const tryPin = async (pin: string) => {
    setBusy(true)
    const answer = await enter({ staffId: person.id, pin })
    setBusy(false)
    if (answer.ok) return onEntered?.()
    setTried(({ count }) => ({ count: count + 1, problem: answer.problem }))
  }
  const error =
    wait > 0 ? words.wait(wait) : tried.problem?.code === 'too-many-tries' ? undefined : messageOf(tried.problem)
  return (
    <section class="a-pin">
      <h2 class="a-pin-title">{words.pinOf(person.name)}</h2>
      <PinPad
        key={tried.count}
        label={words.pinOf(person.name)}
        busy={busy}
        error={error}
        disabled={wait > 0}
        onPin={tryPin}
      />
      <Button
        label={words.back}
        tone="quiet"
        icon="back"
        onPress={() => {
          choose(undefined)
          setTried({ count: 0 })
        }}
      />
    </section>
  )
}

const messageOf = (problem: Problem | undefined): string | undefined =>
  problem === undefined ? undefined : `${problem.message} ${problem.next}`
