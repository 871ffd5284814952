// The one badge of a table: by priority of need, with how long it has been so.
import type { Badge as NeedBadgeOf } from '@comanda/shared/domain/floor-table'
import { Age } from '@comanda/ui-kit/components/age'
import { Badge, type BadgeTone } from '@comanda/ui-kit/components/badge'
import type { IconName } from '@comanda/ui-kit/icons/icon'
import type { VNode } from 'preact'
import type { Texts } from '../../texts/texts.ts'
import { useTexts, useWaiter } from '../../waiter.ts'
import type { Need } from '../my-table.ts'

type Look = { readonly tone: BadgeTone; readonly glyph: IconName; readonly word: (texts: Texts['home']) => string }

const badges: Readonly<Record<NeedBadgeOf['kind'], Look>> = {
  call: { tone: 'call', glyph: 'bell', word: (home) => home.callBadge },
  ready: { tone: 'ok', glyph: 'check', word: (home) => home.readyBadge },
  late: { tone: 'late', glyph: 'clock', word: (home) => home.lateBadge },
  bill: { tone: 'ink', glyph: 'receipt', word: (home) => home.billBadge },
}

const others: Readonly<Record<Exclude<Need['kind'], 'badge'>, Look>> = {
  asking: { tone: 'warn', glyph: 'help', word: (home) => home.askBadge },
  'kitchen-asks': { tone: 'warn', glyph: 'help', word: (home) => home.askBadge },
  held: { tone: 'held', glyph: 'pause', word: (home) => home.heldBadge },
  draft: { tone: 'warn', glyph: 'ring-dashed', word: (home) => home.draftBadge },
  'long-wait': { tone: 'line', glyph: 'clock', word: (home) => home.waitBadge },
}

export function NeedBadge({ need }: { need: Need }): VNode {
  const { session } = useWaiter()
  const { home } = useTexts()
  const { tone, glyph, word } = need.kind === 'badge' ? badges[need.badge.kind] : others[need.kind]
  return (
    <Badge
      tone={tone}
      glyph={glyph}
      label={
        <>
          {word(home)} <Age since={need.since} now={session.now} />
        </>
      }
    />
  )
}
