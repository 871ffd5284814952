// Asked once (KDS-16): whose tickets, how large the screen is, from how far it is read. The size of the letters is shown as
// it will be.
import type { AppSession } from '@comanda/app-shell/session'
import type { Station } from '@comanda/shared/model/floor'
import { Button } from '@comanda/ui-kit/components/button'
import { Chip, ChipGroup } from '@comanda/ui-kit/components/chip'
import { Segmented } from '@comanda/ui-kit/components/segmented'
import { Stepper } from '@comanda/ui-kit/components/stepper'
import type { Signal } from '@preact/signals'
import { useState } from 'preact/hooks'
import { glassNow } from '../adapters/page.ts'
import { gridOf } from '../layout/grid.ts'
import { type Setup, startedAs } from './setup.ts'
import { setupTexts } from './setup-texts.ts'

export type SetupFormProps = {
  readonly session: AppSession
  readonly setup: Signal<Setup>
  readonly onDone: () => void
}

const usualSizes = [15, 22, 24, 27, 32, 43]
const usualDistances = [700, 1000, 1500, 2000, 3000]

export function SetupForm({ session, setup, onDone }: SetupFormProps) {
  const words = session.t(setupTexts)
  const [draft, setDraft] = useState(setup.peek())
  const { viewing, stationIds, role } = draft
  const see = (change: Partial<Setup['viewing']>) => setDraft({ ...draft, viewing: { ...viewing, ...change } })
  const grid = gridOf(glassNow(), viewing)
  const isWhole = role === 'expo' || stationIds.length > 0
  return (
    <div class="kds-dialog setup">
      <Segmented
        label={words.role}
        selected={role}
        items={[
          { id: 'station', label: words.station },
          { id: 'expo', label: words.expo },
        ]}
        onSelect={(next) => setDraft({ ...draft, role: next })}
        worded
      />
      {role === 'station' && <StationChoice {...{ session, draft, setDraft }} />}
      <ChipGroup label={words.diagonal}>
        {usualSizes.map((inches) => (
          <Chip
            key={inches}
            label={`${inches}″`}
            selected={viewing.diagonalInches === inches}
            onPress={() => see({ diagonalInches: inches })}
          />
        ))}
      </ChipGroup>
      <Stepper
        label={words.diagonal}
        value={viewing.diagonalInches}
        min={5}
        max={120}
        onChange={(diagonalInches) => see({ diagonalInches })}
      />
      <ChipGroup label={words.distance}>
        {usualDistances.map((distanceMm) => (
          <Chip
            key={distanceMm}
            label={words.metres(distanceMm / 1000)}
            selected={viewing.distanceMm === distanceMm}
            onPress={() => see({ distanceMm })}
          />
        ))}
      </ChipGroup>
      <p class="setup-sample" style={{ fontSize: `${grid.measures.item}px` }}>
        {words.sample}
      </p>
      <p>{words.result(grid.measures.item, grid.columns, grid.columns * grid.rows)}</p>
      <Button
        label={words.done}
        tone="primary"
        size="xl"
        disabled={!isWhole}
        why={words.chooseOne}
        onPress={() => {
          if (startedAs === undefined) session.theme.value = isForBar(session, draft) ? 'dark' : 'light'
          setup.value = { ...draft }
          onDone()
        }}
      />
    </div>
  )
}

/** Dark letters on light ground are read from further away; a bar's guests sit in the dark. */
const isForBar = (session: AppSession, { role, stationIds }: Setup): boolean => {
  const known = session.signals.state.peek()?.catalog.stations
  return role === 'station' && stationIds.every((id) => known?.[id]?.kind === 'bar')
}

type ChoiceProps = {
  readonly session: AppSession
  readonly draft: Setup
  readonly setDraft: (draft: Setup) => void
}

function StationChoice({ session, draft, setDraft }: ChoiceProps) {
  const words = session.t(setupTexts)
  const stations = Object.values<Station | undefined>(session.signals.state.value?.catalog.stations ?? {})
    .filter((station): station is Station => station?.enabled === true)
    // a device that was paired for some stations speaks for no others
    .filter(({ id }) => session.device.stationIds.length === 0 || session.device.stationIds.includes(id))
    .sort((a, b) => a.position - b.position)
  const { stationIds } = draft
  return (
    <ChipGroup label={words.stations} hint={words.several}>
      {stations.map(({ id, name }) => (
        <Chip
          key={id}
          label={session.pick(name)}
          selected={stationIds.includes(id)}
          onPress={() =>
            setDraft({
              ...draft,
              stationIds: stationIds.includes(id) ? stationIds.filter((each) => each !== id) : [...stationIds, id],
            })
          }
        />
      ))}
    </ChipGroup>
  )
}
