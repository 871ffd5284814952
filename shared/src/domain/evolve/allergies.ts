// Files allergies: every running ticket of the order shows them at once and asks to be acknowledged.
import type { EvolverTable } from './evolver.ts'
import { headerRaised, raised, updateOrder, updateTickets } from './update.ts'

export const allergyEvolvers: EvolverTable<'allergy.declared' | 'allergy.withdrawn'> = {
  'allergy.declared': (state, event, recorded) =>
    updateTickets(
      updateOrder(state, event.orderId, (order) => ({ ...order, allergies: [...order.allergies, event.allergy] })),
      event.ticketIds,
      (ticket) => raised(ticket, recorded, true),
    ),
  'allergy.withdrawn': (state, event, recorded) =>
    updateTickets(
      updateOrder(state, event.orderId, (order) => ({
        ...order,
        allergies: order.allergies.filter((allergy) => allergy.id !== event.allergyId),
      })),
      event.ticketIds,
      (ticket) => headerRaised(ticket, recorded),
    ),
}
