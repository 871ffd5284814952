// The head of a course: how it stands, and what to do with all of it at once. What goes in three seconds says so here.

import { type Leaving, secondsLeft } from '@comanda/app-shell/leaving'
import { bound } from '@comanda/ui-kit/action'
import { ActionButton } from '@comanda/ui-kit/components/action-button'
import { Badge } from '@comanda/ui-kit/components/badge'
import { Button } from '@comanda/ui-kit/components/button'
import { Menu } from '@comanda/ui-kit/components/menu'
import type { VNode } from 'preact'
import { possible } from '../../asking/deed.ts'
import { useScene } from '../../asking/use-scene.ts'
import { useTexts, useWaiter } from '../../waiter.ts'
import { type CourseInput, courseMenu, fireCourse, headDeed, serveCourse } from '../course-deeds.ts'
import type { SentGroup } from '../sent-groups.ts'

function Standing({ group }: { group: SentGroup }): VNode | null {
  const { order } = useTexts()
  const { session } = useWaiter()
  if (group.firable) return <Badge tone="held" glyph="pause" label={order.heldMark} />
  if (group.servedAt !== undefined)
    return <span class="w-course-since">{order.servedAt(session.clock(group.servedAt))}</span>
  if (group.readyAt !== undefined)
    return <span class="w-course-since">{order.readyAt(session.clock(group.readyAt))}</span>
  return null
}

/** What was just asked for and can still be cancelled. */
function leavingHere(all: readonly Leaving[], { order, group }: CourseInput): Leaving | undefined {
  return all.find(({ wish }) => {
    if (wish.type !== 'course.fire' && wish.type !== 'course.hold' && wish.type !== 'order.rush') return false
    return wish.args.orderId === order.id && wish.args.course === group.course
  })
}

export function CourseHead({ input }: { input: CourseInput }): VNode {
  const scene = useScene()
  const { desk } = useWaiter()
  const { order } = scene.texts
  const { group } = input
  const leaving = leavingHere(desk.leaving.value, input)
  const head = headDeed(group)
  const menu = possible(courseMenu, scene, input).filter((one) => head !== 'serve' || one !== serveCourse)
  return (
    <header class="w-course-head">
      <h3 class="w-course-name">{order.course(group.course)}</h3>
      <Standing group={group} />
      <span class="k-grow" />
      {leaving !== undefined ? (
        <LeavingButton leaving={leaving} />
      ) : (
        <>
          {head === 'fire' && <ActionButton action={fireCourse} state={scene} input={input} />}
          {head === 'serve' && <ActionButton action={serveCourse} state={scene} input={input} />}
          {menu.length > 0 && (
            <Menu
              label={`${order.course(group.course)}: ${order.more}`}
              actions={menu.map((one) => bound(one, scene, input))}
            />
          )}
        </>
      )}
    </header>
  )
}

export function LeavingButton({ leaving }: { leaving: Leaving }): VNode {
  const { desk, session } = useWaiter()
  const { order } = useTexts()
  return (
    <Button
      label={order.cancel}
      icon="undo"
      detail={`${leaving.says}: ${secondsLeft(leaving, session.now.value)}`}
      class="w-leaving"
      onPress={() => desk.cancel(leaving.id)}
    />
  )
}
