// One sent line: its number chooses it together with others, the rest opens what can be done with it.
import type { Order } from '@comanda/shared/model/order'
import { Badge } from '@comanda/ui-kit/components/badge'
import { Icon } from '@comanda/ui-kit/icons/icon'
import type { VNode } from 'preact'
import { askKindOf } from '../../alerts/ask-kind.ts'
import { useTexts, useWaiter } from '../../waiter.ts'
import { allergenWords, markWords, modifierWords, voidWords } from '../line-words.ts'
import type { SentLine } from '../sent-groups.ts'
import { PlaceMark } from './place-mark.tsx'
import { TakeBackNow } from './take-back-now.tsx'

export type SentRowProps = { order: Order; sent: SentLine; chosen: boolean; onChoose: () => void; onOpen: () => void }

export function SentRow({ order, sent, chosen, onChoose, onOpen }: SentRowProps): VNode {
  const texts = useTexts()
  const { session } = useWaiter()
  const { line, place } = sent
  const name = session.pick(line.name)
  const isStruck = place === 'voided'
  const marks = markWords(sent, texts, session.clock)
  return (
    <li class={`w-sent w-sent-${place}${chosen ? ' w-sent-chosen' : ''}`}>
      <button
        type="button"
        class="w-sent-count"
        aria-pressed={chosen}
        aria-label={texts.order.select(name)}
        aria-disabled={isStruck || undefined}
        onClick={() => {
          if (!isStruck) onChoose()
        }}
      >
        {chosen ? <Icon name="check" /> : line.quantity}
      </button>
      <button type="button" class="w-sent-open" aria-haspopup="dialog" onClick={onOpen}>
        <span class="w-sent-head">
          <span class="w-sent-name">{name}</span>
          {marks.length > 0 && <span class="w-sent-marks">{marks.join(' · ')}</span>}
          {line.remakeOf !== undefined && <Badge tone="late" label={texts.order.remakeMark} />}
          {sent.rush && line.remakeOf === undefined && <Badge tone="late" glyph="rush" label={texts.order.rushMark} />}
        </span>
        <Details sent={sent} />
        <PlaceMark sent={sent} />
      </button>
      <TakeBackNow order={order} line={line} />
    </li>
  )
}

function Details({ sent }: { sent: SentLine }): VNode | null {
  const texts = useTexts()
  const { session } = useWaiter()
  const { line, mark, ask } = sent
  const modifiers = modifierWords(line.modifiers, texts, session.pick)
  const verdict = voidWords(sent, texts)
  const askKind = ask === undefined ? undefined : askKindOf(ask.message)
  return (
    <>
      {modifiers.length > 0 && (
        <span class="w-sent-how">
          {modifiers.map(({ key, text, strong }) =>
            strong ? <strong key={key}>{text}</strong> : <span key={key}>{text}</span>,
          )}
        </span>
      )}
      {line.note !== undefined && <span class="w-sent-note">“{line.note}”</span>}
      {verdict.length > 0 && <span class="w-sent-marks">{verdict.join(' · ')}</span>}
      {mark.kind === 'contains' && line.status !== 'voided' && (
        <Badge tone="allergy" glyph="triangle" label={texts.order.contains(allergenWords(mark.allergens, texts))} />
      )}
      {mark.kind === 'not-recorded' && line.status !== 'voided' && (
        <Badge tone="allergy" glyph="help" label={texts.order.notRecorded} />
      )}
      {ask !== undefined && (
        <Badge
          tone="warn"
          glyph="help"
          label={`${texts.order.kitchenAsks}: ${askKind === undefined ? ask.message : texts.alerts.presets[askKind]}`}
        />
      )}
    </>
  )
}
