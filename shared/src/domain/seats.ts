// Seats of two parties that become one: those who come are numbered after those who are there.
import type { Order } from '../model/order.ts'

export const mostSeats = 60

export const largestSeat = (order: Pick<Order, 'lines' | 'allergies'>): number => {
  let largest = 0
  for (const line of order.lines) largest = Math.max(largest, line.seat ?? 0, ...(line.sharedBy ?? []))
  for (const allergy of order.allergies) largest = Math.max(largest, allergy.seat ?? 0)
  return largest
}

/** By how much the seats of `order` move up when it joins `into`. None, where nobody sits on numbered seats. */
export const seatShift = (order: Order, into: Order): number => {
  const coming = largestSeat(order)
  if (coming === 0) return 0
  const there = largestSeat(into)
  const afterCovers = Math.max(there, into.covers)
  if (afterCovers + coming <= mostSeats) return afterCovers
  return there + coming <= mostSeats ? there : 0
}

export const shifted = (seat: number, shift: number): number => Math.min(mostSeats, seat + shift)
