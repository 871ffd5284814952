// Who does what, the most pressing first.

import { closeOrders, handOutTakeaways, keepDrawer, printBills, splitOrders, takePayments } from './cashier.ts'
import {
  askForAnother,
  cookTickets,
  countPortions,
  judgeVoids,
  readAllergies,
  recallTickets,
  strikeOut,
} from './cook.ts'
import { callWaiters, handOutEarly, pressPeak, readAllergiesAtPass, rushLate } from './expediter.ts'
import { clearTables, hearGuests, joinTables, letGo, moveTables, seatParties, stepIn, takeTakeaways } from './host.ts'
import { beGenerous, closeDay, giveSections, mendPayments, minService, seeThemGo, trustClock } from './manager.ts'
import type { Habit } from './scene.ts'
import {
  answerCooks,
  answerGuests,
  fetchDishes,
  fetchTheRest,
  fireNextCourse,
  lookAfterRounds,
} from './waiter-floor.ts'
import { putRight } from './waiter-mishaps.ts'
import { countGuests, tendBar, tendTables } from './waiter-orders.ts'

export const waiter: readonly Habit[] = [
  fetchDishes,
  answerCooks,
  lookAfterRounds,
  putRight,
  countGuests,
  fireNextCourse,
  tendTables,
  tendBar,
  answerGuests,
  fetchTheRest,
]

export const cook: readonly Habit[] = [
  countPortions,
  readAllergies,
  judgeVoids,
  askForAnother,
  recallTickets,
  cookTickets,
  strikeOut,
]

export const expediter: readonly Habit[] = [readAllergiesAtPass, callWaiters, handOutEarly, rushLate, pressPeak]

/** One person at the front does both. */
export const hostAndCashier: readonly Habit[] = [
  keepDrawer,
  seatParties,
  takeTakeaways,
  handOutTakeaways,
  splitOrders,
  printBills,
  takePayments,
  closeOrders,
  letGo,
  stepIn,
  moveTables,
  joinTables,
  hearGuests,
  clearTables,
]

export const manager: readonly Habit[] = [
  trustClock,
  giveSections,
  seeThemGo,
  beGenerous,
  minService,
  mendPayments,
  closeDay,
]
