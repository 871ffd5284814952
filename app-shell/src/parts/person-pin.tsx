// One person's PIN. Tries run out, and the wait for the next one is shown as it passes.
import { Button } from '@comanda/ui-kit/components/button'
import { PinPad } from '@comanda/ui-kit/components/pin-pad'
import { useState } from 'preact/hooks'
import type { Problem } from '../api.ts'
import type { StaffMember } from '../session.ts'
import { useShellTexts } from '../shell-context.ts'
import { useCountdown } from '../use-countdown.ts'

export type PersonPinProps = {
  person: StaffMember
  /** undefined: it was right. */
  tryPin: (pin: string) => Promise<Problem | undefined>
  onBack: () => void
}

const secondsOf = ({ code, details }: Problem): number =>
  code === 'too-many-tries' && typeof details.seconds === 'number' ? details.seconds : 0

export function PersonPin({ person, tryPin, onBack }: PersonPinProps) {
  const words = useShellTexts().signIn
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState<{ count: number; problem?: Problem }>({ count: 0 })
  const wait = useCountdown(tried.problem === undefined ? 0 : secondsOf(tried.problem), tried.count)

  const enter = async (pin: string) => {
    setBusy(true)
    const problem = await tryPin(pin)
    setBusy(false)
    setTried(({ count }) => ({ count: count + 1, ...(problem === undefined ? {} : { problem }) }))
  }
  const said = (): string | undefined => {
    if (wait > 0) return words.wait(wait)
    // The wait that the server named is over: there is nothing left to say.
    if (tried.problem === undefined || tried.problem.code === 'too-many-tries') return undefined
    return `${tried.problem.message} ${tried.problem.next}`
  }
  return (
    <section class="a-pin">
      <h2 class="a-pin-title">{words.pinOf(person.name)}</h2>
      {/* Another try is another pad: it is empty and has the focus. */}
      <PinPad
        key={tried.count}
        label={words.pinOf(person.name)}
        busy={busy}
        error={said()}
        disabled={wait > 0}
        onPin={enter}
      />
      <Button label={words.back} tone="quiet" icon="back" onPress={onBack} />
    </section>
  )
}
