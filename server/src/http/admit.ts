// The person whose PIN it is, or a refusal that does not tell whether there is such a person.

import type { RestaurantId } from '@comanda/shared/model/ids'
import type { Person } from '@comanda/shared/model/staff'
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
  if (!checked.ok) return throwProblem(checked.error)
  const { catalog, revoked } = restaurant.state()
  const person = catalog.people[tried.staffId]
  if (person?.active !== true || revoked.staff.includes(person.id)) throw new ApiError('access-revoked')
  return person
}
