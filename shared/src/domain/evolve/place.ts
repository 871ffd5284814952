// Files what was published, assigned, registered and revoked. Staged changes show only once their publication reveals them.
import type { CatalogChange } from '../../model/catalog.ts'
import type { PublicationId } from '../../model/ids.ts'
import { applyChanges, undoOf } from '../catalog-change.ts'
import type { EventOf } from '../events.ts'
import type { Publication, State } from '../state.ts'
import type { EvolverTable } from './evolver.ts'

/** How many publications can be taken back. */
const publicationsKept = 10

function published(state: State, { publicationId }: EventOf<'catalog.published'>): State {
  const { [publicationId]: changes, ...staged } = state.staged
  if (changes === undefined) return state
  const before = changes.map((change) => undoOf(state.catalog, change)).filter((change) => change !== undefined)
  const publication: Publication = { id: publicationId, changes, before }
  return {
    ...state,
    staged: staged as Readonly<Partial<Record<PublicationId, readonly CatalogChange[]>>>,
    catalog: applyChanges(state.catalog, changes),
    publications: [...state.publications, publication].slice(-publicationsKept),
  }
}

function assigned(state: State, { tableIds, staffId }: EventOf<'section.assigned'>): State {
  const sections = { ...state.sections }
  for (const tableId of tableIds) {
    if (staffId === null) delete sections[tableId]
    else sections[tableId] = staffId
  }
  return { ...state, sections }
}

const including = <Id>(ids: readonly Id[], id: Id | undefined): readonly Id[] =>
  id === undefined || ids.includes(id) ? ids : [...ids, id]

type PlaceEvent =
  | 'catalog.staged'
  | 'catalog.published'
  | 'section.assigned'
  | 'device.registered'
  | 'access.revoked'
  | 'access.restored'
  | 'command.refused'

export const placeEvolvers: EvolverTable<PlaceEvent> = {
  'catalog.staged': (state, { publicationId, change }) => ({
    ...state,
    staged: { ...state.staged, [publicationId]: [...(state.staged[publicationId] ?? []), change] },
  }),
  'catalog.published': published,
  'section.assigned': assigned,
  'device.registered': (state, { deviceId, name, kind, stationIds }) => ({
    ...state,
    devices: state.devices.set(deviceId, { id: deviceId, name, kind, stationIds }),
  }),
  'access.revoked': (state, { deviceId, staffId, sid }) => ({
    ...state,
    revoked: {
      devices: including(state.revoked.devices, deviceId),
      staff: including(state.revoked.staff, staffId),
      sessions: including(state.revoked.sessions, sid),
    },
  }),
  'access.restored': (state, { staffId }) => ({
    ...state,
    revoked: { ...state.revoked, staff: state.revoked.staff.filter((id) => id !== staffId) },
  }),
  'command.refused': (state) => state,
}
