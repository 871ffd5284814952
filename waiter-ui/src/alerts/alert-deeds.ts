// What answers an alert, in one tap.

import type { Wish } from '@comanda/app-shell/wish'
import type { ItemId } from '@comanda/shared/model/ids'
import { deed } from '../asking/deed.ts'
import { type Alert, lineIdsOf } from './alert-list.ts'
import { askKindOf } from './ask-kind.ts'

type Of<Kind extends Alert['kind']> = { readonly alert: Extract<Alert, { kind: Kind }> }

/** Mine from now on, and everybody sees who goes. */
export const take = deed<{ readonly alert: Alert }>({
  name: 'alert.take',
  label: ({ alerts }) => alerts.take,
  tone: 'primary',
  key: 'KeyT',
  command: ({ alert }): Wish | undefined => {
    if (alert.takenBy !== undefined) return undefined
    if (alert.kind === 'ready') {
      const { orderId, course, readyAt } = alert
      return { type: 'pickup.take', args: { orderId, course, readyAt } }
    }
    if (alert.kind === 'bill') return { type: 'bill.take', args: { orderId: alert.orderId } }
    return alert.kind === 'call' ? { type: 'call.take', args: { callId: alert.call.id } } : undefined
  },
})

/** Brought, or settled. */
export const finish = deed<{ readonly alert: Alert }>({
  name: 'alert.finish',
  label: ({ alerts }, { alert }) => (alert.kind === 'ready' ? alerts.served : alerts.done),
  icon: 'check',
  command: ({ alert }): Wish | undefined => {
    if (alert.takenBy === undefined) return undefined
    if (alert.kind === 'ready')
      return { type: 'lines.serve', args: { orderId: alert.orderId, lineIds: lineIdsOf(alert.lines) } }
    return alert.kind === 'call' ? { type: 'call.resolve', args: { callId: alert.call.id } } : undefined
  },
})

/** Nobody called for it, and it is brought all the same. */
export const serveUncalled = deed<Of<'uncalled'>>({
  name: 'uncalled.serve',
  label: ({ alerts }) => alerts.served,
  icon: 'check',
  command: ({ alert }) => ({
    type: 'lines.serve',
    args: { orderId: alert.orderId, lineIds: lineIdsOf(alert.lines) },
  }),
})

/** The cook's question: yes with the dish that is offered, or no (KDS-17). */
export const accept = deed<Of<'kitchen-asks'> & { readonly substitute?: ItemId; readonly name?: string }>({
  name: 'ask.accept',
  label: ({ alerts }, { name, alert }) => {
    const kind = askKindOf(alert.ask.message)
    if (name !== undefined) return alerts.instead(name)
    return kind === undefined ? alerts.acceptPlain : alerts.answers[kind].accept
  },
  icon: 'check',
  tone: 'primary',
  command: ({ alert, substitute }) => ({
    type: 'ask.answer',
    args: { askId: alert.ask.id, accept: true, ...(substitute === undefined ? {} : { substitute }) },
  }),
})

export const decline = deed<Of<'kitchen-asks'>>({
  name: 'ask.decline',
  label: ({ alerts }, { alert }) => {
    const kind = askKindOf(alert.ask.message)
    return kind === undefined ? alerts.refuse : alerts.answers[kind].decline
  },
  icon: 'cross',
  command: ({ alert }) => ({ type: 'ask.answer', args: { askId: alert.ask.id, accept: false } }),
})

export const fireHeld = deed<Of<'held'>>({
  name: 'held.fire',
  label: ({ alerts }) => alerts.fire,
  icon: 'send',
  tone: 'primary',
  says: ({ order }, { alert }) => order.fireSays(order.course(alert.course)),
  command: ({ alert }) => ({
    type: 'course.fire',
    args: { orderId: alert.orderId, course: alert.course },
  }),
})

export const dismissRound = deed<Of<'refused-round'>>({
  name: 'round.dismiss',
  label: ({ alerts }) => alerts.dismiss,
  icon: 'check',
  command: ({ alert }) => ({ type: 'round.dismiss', args: { roundId: alert.refused.id } }),
})
