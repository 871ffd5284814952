// Dishes that stand ready while nobody has called anybody for them: where there is an expo only the expo calls (KDS-20), so
// this calls nobody either. It is said quietly at once, and loudly when they have stood there as long as any call may wait.
import { drinks } from '@comanda/shared/domain/courses'
import { isCourseReady, uncalledLines } from '@comanda/shared/domain/readiness'
import type { State } from '@comanda/shared/domain/state'
import type { OrderId, StaffId, TableId } from '@comanda/shared/model/ids'
import type { Course } from '@comanda/shared/model/menu'
import type { Line, Order } from '@comanda/shared/model/order'
import type { Millis } from '@comanda/shared/ports/time'

export type UncalledAlert = {
  readonly kind: 'uncalled'
  readonly key: string
  readonly since: Millis
  readonly takenBy?: undefined
  readonly tableId?: TableId
  readonly orderId: OrderId
  readonly course: Course
  readonly lines: readonly Line[]
  /** When it becomes loud. */
  readonly attention: Millis
  readonly loud: boolean
}

/** A course is there with its last dish, a drink by itself. */
function readySince(course: Course, lines: readonly Line[]): Millis | undefined {
  const moments = lines.flatMap(({ readyAt }) => readyAt ?? [])
  if (moments.length === 0) return undefined
  return course === drinks ? Math.min(...moments) : Math.max(...moments)
}

export function uncalledAlerts(state: State, me: StaffId, order: Order, now: Millis): UncalledAlert[] {
  if (order.waiterId !== undefined && order.waiterId !== me) return []
  const courses = new Set(order.lines.filter(({ status }) => status === 'ready').map(({ course }) => course))
  return [...courses].flatMap((course): UncalledAlert[] => {
    if (course !== drinks && !isCourseReady(order, course, [])) return []
    const ids = uncalledLines(order, course, [])
    const lines = order.lines.filter(({ id }) => ids.includes(id))
    const since = readySince(course, lines)
    if (since === undefined) return []
    const attention = since + state.catalog.settings.thresholds.readyToFront * 1000
    const loud = now >= attention
    const at = order.tableId === undefined ? {} : { tableId: order.tableId }
    const key = `uncalled ${order.id} ${course} ${since}${loud ? ' loud' : ''}`
    return [{ kind: 'uncalled', key, since, ...at, orderId: order.id, course, lines, attention, loud }]
  })
}
