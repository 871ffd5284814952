// What concerns the whole screen: dishes out, stations switched, the peak, keys, set-up, language, signing out.
import { LanguageSwitch } from '@comanda/app-shell/parts/language-switch'
import { ThemeSwitch } from '@comanda/app-shell/parts/theme-switch'
import type { Station as StationModel } from '@comanda/shared/model/floor'
import { Button } from '@comanda/ui-kit/components/button'
import { Dialog } from '@comanda/ui-kit/components/dialog'
import { toast } from '@comanda/ui-kit/toasts'
import { useState } from 'preact/hooks'
import type { DialogProps } from '../every-screen/dialog-props.ts'
import { openOver, type Screen } from '../every-screen/screen.ts'
import { SetupForm } from '../setup/setup-form.tsx'
import { type DialogTexts, dialogTexts } from './dialog-texts.ts'

export function MenuDialog({ screen, onClose }: DialogProps) {
  const { session } = screen
  const words = session.t(dialogTexts)
  const [settingUp, setSettingUp] = useState(false)
  const isPeak = session.signals.state.value?.peak === true
  if (settingUp) {
    return (
      <Dialog title={words.setup} onClose={onClose}>
        <SetupForm session={session} setup={screen.setup} onDone={onClose} />
      </Dialog>
    )
  }
  return (
    <Dialog title={words.menu} detail={session.me.value?.name} onClose={onClose}>
      <div class="kds-dialog">
        <div class="menu-acts">
          <Button size="l" icon="erase" label={words.counts} onPress={() => openOver(screen, 'counts')} />
          <Button
            size="l"
            icon="flag"
            pressed={isPeak}
            label={isPeak ? words.peakOff : words.peakOn}
            onPress={() => screen.send('peak.set', { on: !isPeak })}
          />
          <Button size="l" icon="undo" label={words.recall} onPress={() => openOver(screen, 'recall')} />
          <Button size="l" icon="keyboard" label={words.keys} onPress={() => openOver(screen, 'keys')} />
          <Button size="l" icon="settings" label={words.setup} onPress={() => setSettingUp(true)} />
          <SignOut screen={screen} words={words} />
        </div>
        <h3>{words.switching}</h3>
        <Switches screen={screen} words={words} />
        <div class="act-row">
          <LanguageSwitch worded />
          <ThemeSwitch worded />
        </div>
      </div>
    </Dialog>
  )
}

type PartProps = { readonly screen: Screen; readonly words: DialogTexts }

function SignOut({ screen, words }: PartProps) {
  const { session } = screen
  const leave = async () => {
    const left = await session.signOut()
    if (left === 'unreachable') toast(words.unreachable, { tone: 'warn' })
    else if (left !== 'done') toast(words.unsent(left.unsent), { tone: 'warn' })
  }
  return <Button size="l" icon="leave" label={words.signOut} onPress={() => void leave()} />
}

/** In a quiet hour one station's work goes to another with one tap, open tickets included (KDS-8). */
function Switches({ screen, words }: PartProps) {
  const { session, stationIds } = screen
  const state = session.signals.state.value
  if (state === undefined) return null
  const all = Object.values<StationModel | undefined>(state.catalog.stations)
    .filter((station): station is StationModel => station?.enabled === true)
    .sort((a, b) => a.position - b.position)
  const named = (station: StationModel) => session.pick(station.name)
  const away = all.filter(({ id }) => state.switches[id] !== undefined)
  const mine = all.filter(({ id }) => stationIds.value.includes(id) && state.switches[id] === undefined)
  return (
    <div class="switches">
      {[...away, ...mine].map((from) => {
        const toId = state.switches[from.id]
        const to = all.find(({ id }) => id === toId)
        const free =
          toId === undefined ? all.filter(({ id }) => id !== from.id && state.switches[id] === undefined) : []
        return (
          <section key={from.id}>
            <h4>
              {named(from)} {to !== undefined && <b>→ {named(to)}</b>}
            </h4>
            <div class="act-row">
              {toId !== undefined && (
                <Button
                  icon="undo"
                  label={words.switchBack(named(from))}
                  onPress={() => screen.send('station.switch', { stationId: from.id, to: null })}
                />
              )}
              {free.map((target) => (
                <Button
                  key={target.id}
                  icon="move"
                  label={words.switchTo(named(from), named(target))}
                  onPress={() => screen.send('station.switch', { stationId: from.id, to: target.id })}
                />
              ))}
            </div>
          </section>
        )
      })}
    </div>
  )
}
