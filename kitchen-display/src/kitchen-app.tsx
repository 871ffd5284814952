// Which screen this is: set up for the first time, a station's, or the pass.
import { pageShelf } from '@comanda/app-shell/adapters/page-shelf'
import { Threshold } from '@comanda/app-shell/parts/threshold'
import type { AppSession } from '@comanda/app-shell/session'
import { effect, type Signal, signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { newSetup, type Setup, saveSetup, startedAs, stationsFor } from './setup/setup.ts'
import { StationScreen } from './station/station-screen.tsx'

const shelf = pageShelf()

const sameStations = (a: Setup | undefined, b: Setup): boolean =>
  JSON.stringify(stationsFor(a)) === JSON.stringify(stationsFor(b)) && a?.role === b.role

export function KitchenApp({ session }: { session: AppSession }) {
  const setup = useMemo(() => signal(startedAs ?? newSetup(session.device.stationIds)), [session])
  useEffect(() => {
    let isFirst = true
    return effect(() => {
      const now = setup.value
      if (!isFirst) {
        saveSetup(shelf, now)
        if (!sameStations(startedAs, now)) globalThis.location.reload()
      }
      isFirst = false
    })
  }, [setup])
  if (startedAs === undefined) return <FirstSetup session={session} setup={setup} />
  return setup.value.role === 'expo' ? (
    <LatePart load={loadExpo} session={session} setup={setup} />
  ) : (
    <StationScreen session={session} setup={setup} />
  )
}

type PartProps = { readonly session: AppSession; readonly setup: Signal<Setup> }
type Load = () => Promise<ComponentType<PartProps>>

const loadExpo: Load = async () => (await import('./expo/expo-screen.tsx')).ExpoScreen
const loadForm: Load = async () => {
  const { SetupForm } = await import('./setup/setup-form.tsx')
  return (props) => <SetupForm {...props} onDone={() => {}} />
}

function LatePart({ load, ...props }: PartProps & { load: Load }) {
  const [loaded, setLoaded] = useState<{ readonly Part: ComponentType<PartProps> }>()
  useEffect(() => {
    void load().then((Part) => setLoaded({ Part }))
  }, [load])
  return loaded === undefined ? null : <loaded.Part {...props} />
}

const FirstSetup = ({ session, setup }: PartProps) => (
  <Threshold
    over={session.restaurant.name}
    title={session.language.value === 'ru' ? 'Настройте этот экран' : 'Set up this screen'}
  >
    <LatePart load={loadForm} session={session} setup={setup} />
  </Threshold>
)
