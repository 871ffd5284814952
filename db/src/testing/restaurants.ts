// The two restaurants of the log's tests.
import { RestaurantId } from '@comanda/shared/model/ids'

export const casa = RestaurantId.parse('casa-lola')
export const other = RestaurantId.parse('other-place')
