// Why the draft did not go: what happened, what was kept, what to do next (ORD-9).
import { isErrorCode } from '@comanda/shared/domain/errors'
import { textOf } from '@comanda/shared/i18n/texts'
import { Banner } from '@comanda/ui-kit/components/banner'
import { Button } from '@comanda/ui-kit/components/button'
import { ErrorCard } from '@comanda/ui-kit/components/states'
import type { VNode } from 'preact'
import type { Party } from '../../ordering/party.ts'
import { useTexts } from '../../waiter.ts'
import { removeEntry } from '../draft-edit.ts'
import { refusedRows, sendDraft } from '../send.ts'

/** Rows that this device itself knows to be impossible, each by name. */
function Refused({ party }: { party: Party }): VNode | null {
  const texts = useTexts().draft
  const { pick, language } = party.waiter.session
  const rows = refusedRows(party.slip.value?.rows ?? [])
  if (rows.length === 0) return null
  const named = rows.map(({ item, entry, problem }) => {
    const name = item === undefined ? entry.line.itemId : pick(item.name)
    if (problem?.code === 'no-live-station') return texts.noStation(name)
    return problem === undefined ? name : `${name}: ${textOf(problem.code, language.value, problem.details).message}`
  })
  const takeOff = () => {
    party.change((draft, now) => rows.reduce((sum, { entry }) => removeEntry(sum, entry.key, now), draft))
    party.view.refused.value = false
  }
  const goes = (party.slip.value?.taken ?? 0) > 0
  const sendRest = () => {
    takeOff()
    sendDraft(party)
  }
  return (
    <ErrorCard
      what={named.join(' ')}
      kept={texts.nothingSent}
      next={texts.noStationNext}
      actions={
        <>
          {goes ? <Button label={texts.sendWithout} tone="primary" onPress={sendRest} /> : null}
          <Button label={texts.takeOff} onPress={takeOff} />
        </>
      }
    />
  )
}

export function DraftProblem({ party }: { party: Party }): VNode | null {
  const texts = useTexts().draft
  const { session, drafts } = party.waiter
  const fault = drafts.fault.value
  const problem = party.draft.value?.problem
  const again = <Button label={texts.tryAgain} onPress={() => sendDraft(party)} />
  const details = namedDetails(problem?.details, session.pick)
  const told =
    problem !== undefined && isErrorCode(problem.code)
      ? textOf(problem.code, session.language.value, details)
      : undefined
  const named = typeof details.name === 'string' ? `${details.name}: ` : ''
  return (
    <>
      {fault === undefined ? null : <Banner tone="late" glyph="warn" urgent title={texts.shelfFault} />}
      {problem?.code === 'unsaved' ? <ErrorCard what={texts.notKept} next={texts.notKeptNext} actions={again} /> : null}
      {told === undefined ? null : (
        <ErrorCard what={`${named}${told.message}`} kept={told.kept} next={told.next} actions={again} />
      )}
      {party.view.refused.value ? <Refused party={party} /> : null}
    </>
  )
}

/** A dish in the details by its name in the language of now. */
function namedDetails(details: unknown, pick: (text: { en: string; ru: string }) => string): Record<string, unknown> {
  const told = { ...(Object(details) as Record<string, unknown>) }
  const { en, ru } = Object(told.name) as { en?: unknown; ru?: unknown }
  if (typeof en === 'string' && typeof ru === 'string') told.name = pick({ en, ru })
  return told
}
