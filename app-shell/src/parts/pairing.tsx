// A device that nobody knows yet: it shows a code, somebody in charge says yes, it collects its token. In the demo on
// this very machine one tap does.
import { Button } from '@comanda/ui-kit/components/button'
import { Spinner } from '@comanda/ui-kit/components/spinner'
import { ErrorCard } from '@comanda/ui-kit/components/states'
import { useEffect, useState } from 'preact/hooks'
import { approvalAddress } from '../adapters/page.ts'
import type { Problem } from '../api.ts'
import type { PairingDesk, Shown } from '../pairing-desk.ts'
import type { DeviceKind } from '../session.ts'
import { useShellTexts } from '../shell-context.ts'
import { QrCode } from './qr-code.tsx'
import { Threshold } from './threshold.tsx'

export type PairingProps = {
  desk: PairingDesk
  kind: DeviceKind
  title: string
  /** Why it is asked for although the device was paired before. */
  note?: string | undefined
  onPaired: () => void
}

export function Pairing({ desk, kind, title, note, onPaired }: PairingProps) {
  const texts = useShellTexts()
  const words = texts.pairing
  const [place, setPlace] = useState<{ name: string; demo: boolean }>()
  const [shown, setShown] = useState<Shown | 'over'>()
  const [problem, setProblem] = useState<Problem>()

  useEffect(() => {
    void desk.setup().then(setPlace)
  }, [desk])
  useEffect(() => {
    if (shown === undefined || shown === 'over') return
    return desk.wait(shown, (end) => (end === 'paired' ? onPaired() : setShown('over')))
  }, [desk, shown, onPaired])

  const begin = async () => {
    const begun = await desk.begin(title)
    setProblem(begun.ok ? undefined : begun.problem)
    if (begun.ok) setShown(begun.shown)
  }
  const tryOut = async () => {
    const refused = await desk.tryOut(kind, title)
    if (refused === undefined) onPaired()
    else setProblem(refused)
  }
  return (
    <Threshold over={place?.name} title={words.title}>
      {note && <p class="k-muted">{note}</p>}
      {problem && <ErrorCard what={problem.message} kept={problem.kept} next={problem.next} />}
      {shown !== undefined && shown !== 'over' ? (
        <section class="a-pairing">
          <div class="a-pairing-codes">
            <output class="a-code">{shown.code}</output>
            <QrCode text={approvalAddress(shown.code, kind)} label={words.qr} />
          </div>
          <p>{words.how}</p>
          <code class="a-command">{`npm run comanda -- pair ${shown.code} ${kind}`}</code>
          <p class="k-row k-muted">
            <Spinner label={words.waits} /> {words.waits}
          </p>
        </section>
      ) : (
        <>
          {shown === 'over' && <p role="status">{words.over}</p>}
          {place?.demo && <Button label={words.demo} tone="primary" size="xl" wide onPress={tryOut} />}
          <Button
            label={words.begin}
            tone={place?.demo ? 'quiet' : 'primary'}
            size={place?.demo ? 'l' : 'xl'}
            wide
            onPress={begin}
          />
        </>
      )}
    </Threshold>
  )
}
