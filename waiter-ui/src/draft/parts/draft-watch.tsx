// Vibrates when a draft was left for two minutes, and offers to open it; the map and the home screen mark it meanwhile.
import { vibrate } from '@comanda/ui-kit/sound'
import { dismiss, toast } from '@comanda/ui-kit/toasts'
import { computed } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { draftName } from '../../ordering/party-name.ts'
import type { Route } from '../../route.ts'
import { useTexts, useWaiter } from '../../waiter.ts'
import type { Draft } from '../draft.ts'
import { leftDrafts } from '../left-drafts.ts'

export function routeTo(draft: Draft): Route {
  const { target, id } = draft
  if (target.kind === 'table') return { at: 'table', tableId: target.tableId }
  return target.kind === 'order' ? { at: 'order', orderId: target.orderId } : { at: 'draft', draftId: id }
}

const pattern = [200, 100, 200]

export function DraftWatch(): null {
  const { session, drafts, go } = useWaiter()
  const texts = useTexts()
  const left = useMemo(
    () =>
      computed(() =>
        leftDrafts(drafts.all.value.values(), session.now.value)
          .map(({ id, changedAt }) => `${id} ${changedAt}`)
          .join(),
      ),
    [drafts, session],
  ).value
  useEffect(() => {
    const waiting = leftDrafts(drafts.all.peek().values(), session.now.peek())
    const [first] = waiting
    if (first === undefined) return
    vibrate(pattern)
    const name = draftName(session.signals.state.peek(), first, texts.ordering)
    const by = first.by === session.me.peek()?.staffId ? undefined : first.by
    const author = session.people.peek().find(({ id }) => id === by)?.name
    const said = toast(author === undefined ? texts.draft.left(name) : texts.draft.leftBy(name, author), {
      tone: 'warn',
      stays: 0,
      action: { label: texts.draft.openIt, run: () => go(routeTo(first)) },
    })
    return () => dismiss(said)
  }, [left])
  return null
}
