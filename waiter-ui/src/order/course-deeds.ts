// What is done with a whole course of an order (ORD-14), or with a whole order: three seconds to take it back.
import type { Course } from '@comanda/shared/model/menu'
import type { Order } from '@comanda/shared/model/order'
import { deed } from '../asking/deed.ts'
import type { SentGroup } from './sent-groups.ts'

export type CourseInput = { readonly order: Order; readonly group: SentGroup }

const about = ({ order, group }: CourseInput): { orderId: Order['id']; course: Course } => ({
  orderId: order.id,
  course: group.course,
})

export const fireCourse = deed<CourseInput>({
  name: 'fire-course',
  label: ({ order }, { group }) => order.fire(order.courseShort(group.course)),
  icon: 'send',
  key: 'KeyF',
  says: ({ order }, { group }) => order.fireSays(order.courseShort(group.course)),
  command: (input) => (input.group.firable ? { type: 'course.fire', args: about(input) } : undefined),
})

export const holdCourse = deed<CourseInput>({
  name: 'hold-course',
  label: ({ order }, { group }) => order.hold(order.course(group.course)),
  icon: 'pause',
  says: ({ order }, { group }) => order.holdSays(order.courseShort(group.course)),
  command: (input) => (input.group.holdable ? { type: 'course.hold', args: about(input) } : undefined),
})

const isCooking = ({ lines }: SentGroup): boolean =>
  lines.some(({ line }) => line.status === 'fired' || line.status === 'started')

export const rushCourse = deed<CourseInput>({
  name: 'rush-course',
  label: ({ order }, { group }) => order.rush(order.course(group.course)),
  icon: 'rush',
  says: ({ order }, { group }) => order.rushSays(order.courseShort(group.course)),
  command: (input) =>
    isCooking(input.group) && !input.group.rush
      ? { type: 'order.rush', args: { ...about(input), on: true } }
      : undefined,
})

export const calmCourse = deed<CourseInput>({
  name: 'calm-course',
  label: ({ order }, { group }) => order.calm(order.course(group.course)),
  icon: 'undo',
  command: (input) =>
    isCooking(input.group) && input.group.rush
      ? { type: 'order.rush', args: { ...about(input), on: false } }
      : undefined,
})

/** What stands ready is carried out: one tap for the whole course. */
export const serveCourse = deed<CourseInput>({
  name: 'serve-course',
  label: ({ order }, { group }) => order.serve(readyOf(group).length),
  icon: 'check',
  command: ({ order, group }) => {
    const lineIds = readyOf(group).map(({ line }) => line.id)
    return lineIds.length === 0 ? undefined : { type: 'lines.serve', args: { orderId: order.id, lineIds } }
  },
})

const readyOf = ({ lines }: SentGroup) => lines.filter(({ line }) => line.status === 'ready')

/** The one that stands in the course's head; the others are in its menu. */
export const headDeed = (group: SentGroup): 'fire' | 'serve' | undefined => {
  if (group.firable) return 'fire'
  return readyOf(group).length > 0 ? 'serve' : undefined
}

export const courseMenu = [serveCourse, rushCourse, calmCourse, holdCourse] as const
