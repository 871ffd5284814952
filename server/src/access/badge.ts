// A badge is a random token that a person carries as a QR code. Only its hash is kept, so nobody can print one again: a
// lost badge is replaced, and from then on worth nothing.

import type { Access } from '@comanda/db/access'
import type { RestaurantId, StaffId } from '@comanda/shared/model/ids'
import type { RandomBytes } from '@comanda/shared/ports/random'
import { z } from 'zod'
import { hashOf, newToken } from './secrets.ts'

/** So that a reader can tell it from anything else with a code on it. */
const mark = 'CMD'

export const Badge = z.string().regex(/^CMD[A-Za-z0-9_-]{43}$/, 'a badge')

/** The person's badge from now on; the one before is worth nothing. */
export async function giveBadge(
  { access, random }: { readonly access: Access; readonly random: RandomBytes },
  restaurantId: RestaurantId,
  staffId: StaffId,
): Promise<string> {
  const badge = `${mark}${newToken(random)}`
  await access.setBadgeHash(restaurantId, staffId, hashOf(badge))
  return badge
}

export const staffOfBadge = (access: Access, restaurantId: RestaurantId, badge: string): Promise<StaffId | undefined> =>
  access.staffByBadge(restaurantId, hashOf(badge))
