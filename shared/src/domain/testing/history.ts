// Random but meaningful evenings: each step is a kind of command and some numbers, read against the state as it stands, so
// that most commands are about orders, lines and tickets that are there. Some are wrong, as people are.
import type { State } from '../state.ts'
import { billAsks } from './bill-asks.ts'
import { kitchenAsks } from './kitchen-asks.ts'
import { lineAsks } from './line-asks.ts'
import { orderAsks } from './order-asks.ts'
import { type Ask, type Asked, Scene } from './scene.ts'

/** Sends and the kitchen's work are the bulk of an evening. */
const common: readonly Ask[] = [
  orderAsks.send,
  orderAsks.send,
  orderAsks.sendMore,
  orderAsks.sendMore,
  kitchenAsks.start,
  kitchenAsks.lineDone,
  kitchenAsks.lineDone,
  kitchenAsks.bump,
  kitchenAsks.bump,
  lineAsks.serve,
  lineAsks.fire,
  kitchenAsks.acknowledge,
]

const every: readonly Ask[] = [
  ...common,
  ...common,
  ...common,
  ...Object.values(orderAsks),
  ...Object.values(lineAsks),
  orderAsks.sendLate,
  orderAsks.answerRound,
  lineAsks.answerAsk,
  kitchenAsks.ask,
  orderAsks.merge,
  orderAsks.unmerge,
  orderAsks.unmerge,
  kitchenAsks.callCourse,
  kitchenAsks.judge,
  ...Object.values(orderAsks),
  ...Object.values(kitchenAsks),
  ...Object.values(billAsks),
]

export const kindsOfAsk = every.length

export type Step = { readonly kind: number; readonly numbers: readonly number[]; readonly wait: number }

export const askOf = (state: State, now: number, step: Step): Asked | undefined =>
  every[step.kind % every.length]?.(new Scene(state, now, step.numbers))
