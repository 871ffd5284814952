// Which table, or which tab: every one that there is, those with guests marked.
import type { OrderId, TableId } from '@comanda/shared/model/ids'
import { Button } from '@comanda/ui-kit/components/button'
import { Sheet } from '@comanda/ui-kit/components/sheet'
import type { VNode } from 'preact'
import { useTexts, useWaiter } from '../../waiter.ts'
import { type Place, placesFor, tablesFor } from '../places.ts'

export type Picked = { tableId: TableId; orderId?: undefined } | { tableId?: undefined; orderId: OrderId }

export type PlacePickerProps = {
  title: string
  detail?: string | undefined
  /** Not offered: the order that is to go somewhere else. */
  except?: OrderId | undefined
  /** Only where guests are. */
  occupied?: boolean | undefined
  /** Only tables, each once, and picked as a table even where guests are. */
  tables?: boolean | undefined
  onPick: (picked: Picked, place: Place) => void
  onClose: () => void
}

const pickedOf = (place: Place, tables: boolean): Picked => {
  if (place.kind === 'order') return { orderId: place.orderId }
  return tables || place.orderId === undefined ? { tableId: place.tableId } : { orderId: place.orderId }
}

export function PlacePicker({
  title,
  detail,
  except,
  occupied,
  tables = false,
  onPick,
  onClose,
}: PlacePickerProps): VNode {
  const { session } = useWaiter()
  const { order } = useTexts()
  const state = session.signals.state.value
  const groups = state === undefined ? [] : (tables ? tablesFor : placesFor)(state, except)
  const shown = groups
    .map((group) => ({ ...group, places: group.places.filter(({ orderId }) => !occupied || orderId !== undefined) }))
    .filter(({ places }) => places.length > 0)
  return (
    <Sheet open title={title} detail={detail} onClose={onClose}>
      {shown.map(({ areaId, places }) => {
        const area = areaId === undefined ? undefined : state?.catalog.areas[areaId]
        return (
          <section key={areaId ?? 'tabs'} class="w-places">
            <h3 class="w-places-area">{area === undefined ? order.tabs : session.pick(area.name)}</h3>
            <div class="w-places-grid">
              {places.map((place) => (
                <Button
                  key={`${place.tableId} ${place.orderId}`}
                  label={place.name}
                  class={place.orderId === undefined ? 'w-place-free' : 'w-place-taken'}
                  detail={place.orderId === undefined ? undefined : <Guests orderId={place.orderId} />}
                  onPress={() => onPick(pickedOf(place, tables), place)}
                />
              ))}
            </div>
          </section>
        )
      })}
    </Sheet>
  )
}

function Guests({ orderId }: { orderId: OrderId }): VNode | null {
  const { session } = useWaiter()
  const found = session.signals.state.value?.orders.get(orderId)
  if (found === undefined) return null
  const waiter = session.people.value.find(({ id }) => id === found.waiterId)
  return (
    <>{[waiter?.name, found.covers > 0 ? found.covers : undefined].filter((word) => word !== undefined).join(' · ')}</>
  )
}
