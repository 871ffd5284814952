// Publishing what a manager edited, and taking it back (ADM-1). The whole resulting catalog must be right; lines that were
// sent keep their own snapshot and never change (ORD-3).
import type { CatalogChange } from '../../model/catalog.ts'
import type { PublicationId } from '../../model/ids.ts'
import type { Person } from '../../model/staff.ts'
import { applyChanges, changesNothing, currentOf, sameEntity, subjectOf } from '../catalog-change.ts'
import { type CatalogProblem, catalogProblems, removalProblems } from '../catalog-problems.ts'
import type { Numbered } from '../commands.ts'
import { type Context, type Decider, type Decision, ok, refuse } from '../decision.ts'
import { entityId } from '../entity-id.ts'
import { type DomainError, error } from '../errors.ts'
import type { DomainEvent } from '../events.ts'
import { personIfAny } from '../find.ts'
import { authorise } from '../permissions.ts'
import type { Publication, State } from '../state.ts'
import type { DeciderTable } from './decider-table.ts'

/** Who may give and take the owner's own powers is one cell of the table of its own. */
const touchesOwners = (state: State, change: CatalogChange): boolean => {
  const { catalog } = state
  if (change.kind === 'settings') return !sameEntity(catalog.settings.grants, change.put.grants)
  if (change.kind !== 'person') return false
  const before: Person | undefined = catalog.people[change.put.id]
  return before?.roles.includes('owner') === true || change.put.roles.includes('owner')
}

/** The last change of each entity counts; what changes nothing is left out. */
function effective(state: State, changes: readonly CatalogChange[]): CatalogChange[] {
  const last = new Map<string, CatalogChange>()
  for (const change of changes) {
    last.delete(subjectOf(change))
    last.set(subjectOf(change), change)
  }
  return [...last.values()].filter((change) => !changesNothing(state.catalog, change))
}

function publish(
  state: State,
  command: Numbered<'catalog.publish' | 'catalog.take-back'>,
  asked: readonly CatalogChange[],
  marks: { note?: string; undoes?: PublicationId },
  context: Context,
): Decision {
  const changes = effective(state, asked)
  if (changes.length === 0) return ok([])
  const refused = wrongWith(state, changes, context)
  if (refused !== undefined) return refuse(refused)
  const publicationId = entityId<PublicationId>(command.id, 'pub')
  const staged: DomainEvent[] = changes.map((change) => ({ type: 'catalog.staged', publicationId, change }))
  return ok([...staged, { type: 'catalog.published', publicationId, ...personIfAny(context), ...marks }])
}

function wrongWith(state: State, changes: readonly CatalogChange[], context: Context): DomainError | undefined {
  if (changes.some((change) => touchesOwners(state, change))) {
    const owners = authorise(state, 'access.make-owner', context)
    if (!owners.ok) return owners.error
  }
  const next = applyChanges(state.catalog, changes)
  const problems = [...catalogProblems(next), ...removalProblems(state, next)]
  return problems.length === 0 ? undefined : error('catalog-invalid', { problems })
}

/** Whatever was published over it since stays: taking back would undo somebody else's work unseen. */
function changedSince(state: State, publication: Publication): CatalogProblem[] {
  return publication.changes
    .filter((change) => {
      const current = currentOf(state.catalog, change)
      return change.kind === 'remove' ? current !== undefined : !sameEntity(current, change.put)
    })
    .map((change) => {
      const [kind = '', id = ''] = subjectOf(change).split(' ')
      return { kind, id, field: 'id', problem: 'changed-since' }
    })
}

const takeBack: Decider<'catalog.take-back'> = (state, command, context) => {
  const { publicationId } = command.args
  const publication = state.publications.find(({ id }) => id === publicationId)
  if (publication === undefined) return refuse(error('publication-not-found', { publicationId }))
  const problems = changedSince(state, publication)
  if (problems.length > 0) return refuse(error('catalog-invalid', { problems }))
  return publish(state, command, publication.before, { undoes: publicationId }, context)
}

export const publishingDeciders: DeciderTable<'catalog.publish' | 'catalog.take-back'> = {
  'catalog.publish': (state, command, context) => {
    const { changes, note } = command.args
    return publish(state, command, changes, note === undefined || note === '' ? {} : { note }, context)
  },
  'catalog.take-back': takeBack,
}
