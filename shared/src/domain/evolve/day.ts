// Files what happened to cash and to the business day. When the day rolls the state sheds what is over.
import type { CashShiftId } from '../../model/ids.ts'
import type { CashShift } from '../../model/service.ts'
import type { State } from '../state.ts'
import type { EvolverTable } from './evolver.ts'
import { rolled } from './rolling.ts'

const updateShift = (state: State, shiftId: CashShiftId, change: (shift: CashShift) => CashShift): State => {
  const shift = state.cashShifts.get(shiftId)
  return shift === undefined ? state : { ...state, cashShifts: state.cashShifts.set(shiftId, change(shift)) }
}

type DayEvent =
  | 'cash.opened'
  | 'cash.moved'
  | 'cash.closed'
  | 'staff.checked-out'
  | 'day.closed'
  | 'day.rolled'
  | 'clock.doubted'
  | 'clock.confirmed'

export const dayEvolvers: EvolverTable<DayEvent> = {
  'cash.opened': (state, { shiftId, float, at, by }) => ({
    ...state,
    cashShifts: state.cashShifts.set(shiftId, {
      id: shiftId,
      openedAt: at,
      openedBy: by,
      float,
      movements: [],
      takings: 0,
    }),
  }),
  'cash.moved': (state, { shiftId, movement }) =>
    updateShift(state, shiftId, (shift) => ({ ...shift, movements: [...shift.movements, movement] })),
  'cash.closed': (state, { shiftId, at, by, counted, countedTotal, expected, difference }) =>
    updateShift(state, shiftId, (shift) => ({
      ...shift,
      closed: { at, by, counted, countedTotal, expected, difference },
    })),
  'staff.checked-out': (state) => state,
  'day.closed': (state, { z }) => ({
    ...state,
    day: {
      ...state.day,
      lastZ: z.number,
      closedDates: [...state.day.closedDates, z.date],
      unclosed: state.day.unclosed.filter((date) => date !== z.date),
      perpetual: z.perpetual,
    },
  }),
  'day.rolled': rolled,
  'clock.doubted': (state, { before, now }) => ({ ...state, clockDoubt: { before, now } }),
  'clock.confirmed': (state) => ({ ...state, clockDoubt: null }),
}
