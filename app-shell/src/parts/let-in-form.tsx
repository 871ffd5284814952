// A manager lets a device in: the code that it shows, what it is to be, and for a kitchen's screen whose tickets it shows.
import type { StationId } from '@comanda/shared/model/ids'
import { Button } from '@comanda/ui-kit/components/button'
import { Chip, ChipGroup } from '@comanda/ui-kit/components/chip'
import { Dialog } from '@comanda/ui-kit/components/dialog'
import { Field } from '@comanda/ui-kit/components/field'
import { toast } from '@comanda/ui-kit/toasts'
import { useState } from 'preact/hooks'
import type { Problem } from '../api.ts'
import { type AppSession, type DeviceKind, deviceKinds } from '../session.ts'
import { useShellTexts } from '../shell-context.ts'

export type LetInProps = {
  session: AppSession
  /** Read from the device's own QR code. */
  code?: string | undefined
  kind?: DeviceKind | undefined
  onClose: () => void
}

const codeLength = 8
const plain = (typed: string): string => typed.replace(/[^a-z0-9]/gi, '')

export function LetInForm({ session, onClose, ...first }: LetInProps) {
  const words = useShellTexts().letIn
  const [code, setCode] = useState(first.code ?? '')
  const [kind, setKind] = useState<DeviceKind>(first.kind ?? 'tablet')
  const [stations, setStations] = useState<readonly StationId[]>([])
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const listed = Object.values(session.signals.confirmed.value?.catalog.stations ?? {}).filter((one) => one?.enabled)

  const letIn = async () => {
    setBusy(true)
    const stationIds = kind === 'kitchen' ? stations : []
    const answer = await session.api.post('/api/pairings/approve', { code, kind, stationIds })
    setBusy(false)
    if (!answer.ok) return setProblem(answer.problem)
    toast(words.done, { tone: 'ok' })
    onClose()
  }
  const toggle = (id: StationId): void =>
    setStations((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]))
  const isWhole = plain(code).length === codeLength
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      actions={
        <Button label={words.letIn} tone="primary" size="l" wide busy={busy} disabled={!isWhole} onPress={letIn} />
      }
    >
      <div class="k-stack">
        <Field
          label={words.code}
          value={code}
          maxLength={12}
          error={problem && `${problem.message} ${problem.next}`}
          onInput={setCode}
          onEnter={() => {
            if (isWhole) void letIn()
          }}
        />
        <ChipGroup label={words.kind}>
          {deviceKinds.map((one) => (
            <Chip key={one} label={words.kinds[one]} selected={one === kind} onPress={() => setKind(one)} />
          ))}
        </ChipGroup>
        {kind === 'kitchen' && (
          <ChipGroup label={words.stations} hint={words.allStations}>
            {listed.map(
              (station) =>
                station && (
                  <Chip
                    key={station.id}
                    label={session.pick(station.name)}
                    selected={stations.includes(station.id)}
                    onPress={() => toggle(station.id)}
                  />
                ),
            )}
          </ChipGroup>
        )}
      </div>
    </Dialog>
  )
}
