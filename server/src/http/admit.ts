// The person whose PIN or badge it is, or a refusal that does not tell whether there is such a person.

import type { Access } from '@comanda/db/access'
import type { RestaurantId, StaffId } from '@comanda/shared/model/ids'
import type { Person } from '@comanda/shared/model/staff'
import { staffOfBadge } from '../access/badge.ts'
import type { PinCheck, PinTry } from '../access/pin-check.ts'
import type { OpenRestaurant } from '../restaurant/open-restaurant.ts'
import { ApiError, throwProblem } from './api-error.ts'

export type AdmitParts = {
  readonly restaurantId: RestaurantId
  readonly restaurant: OpenRestaurant
  readonly checkPin: PinCheck
}

export async function admit({ restaurantId, restaurant, checkPin }: AdmitParts, tried: PinTry): Promise<Person> {
  const checked = await checkPin(restaurantId, tried)
  return checked.ok ? stillHere(restaurant, tried.staffId) : throwProblem(checked.error)
}

/** A badge is too long to be guessed: whoever shows a wrong one has an old one. */
export async function admitBadge(
  { restaurantId, restaurant, access }: Omit<AdmitParts, 'checkPin'> & { readonly access: Access },
  badge: string,
): Promise<Person> {
  const staffId = await staffOfBadge(access, restaurantId, badge)
  if (staffId === undefined) throw new ApiError('person-not-found')
  return stillHere(restaurant, staffId)
}

function stillHere(restaurant: OpenRestaurant, staffId: StaffId): Person {
  const { catalog, revoked } = restaurant.state()
  const person = catalog.people[staffId]
  if (person?.active !== true || revoked.staff.includes(person.id)) throw new ApiError('access-revoked')
  return person
}
