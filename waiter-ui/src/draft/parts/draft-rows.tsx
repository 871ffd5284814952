// The draft half of the slip, course by course, newest last so that it lies beside Send.
import type { VNode } from 'preact'
import { amounts } from '../../ordering/amounts.ts'
import type { Party } from '../../ordering/party.ts'
import { useTexts } from '../../waiter.ts'
import { DraftRowView } from './draft-row.tsx'

export function DraftRows({ party }: { party: Party }): VNode | null {
  const texts = useTexts().draft
  const slip = party.slip.value
  const catalog = party.state.value?.catalog
  if (slip === undefined || catalog === undefined || slip.rows.length === 0) return null
  const { settings } = catalog
  const { note, by } = party.draft.value ?? {}
  const { session } = party.waiter
  const author = by === session.me.value?.staffId ? undefined : session.people.value.find(({ id }) => id === by)?.name
  return (
    <section class="w-draft" aria-label={texts.title}>
      <header class="w-slip-rule">
        <h3>{author === undefined ? texts.title : texts.titleOf(author)}</h3>
        <span>{amounts(settings)(slip.total)}</span>
      </header>
      <ul class="w-rows">
        {slip.rows.map((row) => (
          <DraftRowView key={row.entry.key} party={party} row={row} catalog={catalog} settings={settings} />
        ))}
      </ul>
      {note === undefined ? null : <p class="w-order-note">{texts.noteOf(note)}</p>}
    </section>
  )
}
