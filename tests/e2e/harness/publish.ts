// A manager publishes a change of the restaurant: a printer, a station, a time that something may take.
import { casaLola } from '@comanda/demo/restaurant'
import type { CatalogChange } from '@comanda/shared/model/catalog'
import type { Station } from '@comanda/shared/model/floor'
import type { Settings, Thresholds } from '@comanda/shared/model/settings'
import type { House } from './house.ts'

type Known = { readonly settings: Settings; readonly station: (id: string) => Station }

function known(): Known {
  const settings = casaLola.changes.find(({ kind }) => kind === 'settings')
  if (settings?.kind !== 'settings') throw new Error('Casa Lola has settings')
  const stations = casaLola.changes.flatMap((change) => (change.kind === 'station' ? [change.put] : []))
  const station = (id: string): Station => {
    const found = stations.find((one) => one.id === id)
    if (found === undefined) throw new Error(`Casa Lola has no ${id}`)
    return found
  }
  return { settings: settings.put, station }
}

let published = 0

export async function publish(house: House, changed: (casa: Known) => CatalogChange[]): Promise<void> {
  const office = await house.signIn('office', 'pablo')
  published += 1
  const changes = changed(known())
  const answer = await office.http.post('/api/catalog', { id: `published-${published}`, changes })
  if (!answer.text.includes('"ok":true')) throw new Error(`not published: ${answer.text}`)
}

/** Seconds in place of the minutes that a rule has by default: a manager may, and a test can wait for them. */
export const publishTimes = (house: House, times: Partial<Thresholds>): Promise<void> =>
  publish(house, ({ settings }) => [
    { kind: 'settings', put: { ...settings, thresholds: { ...settings.thresholds, ...times } } },
  ])
