// A fire or a payment that goes in three seconds, said above whatever screen is open, with its Cancel.
import type { VNode } from 'preact'
import { LeavingButton } from '../../order/parts/course-head.tsx'
import { useWaiter } from '../../waiter.ts'
import { leavingElsewhere } from '../leaving-elsewhere.ts'

export function LeavingStrip(): VNode | null {
  const { desk, route, session } = useWaiter()
  const shown = leavingElsewhere(desk.leaving.value, route.value, session.signals.state.peek())
  if (shown.length === 0) return null
  return (
    <div class="w-leavings" role="status">
      {shown.map((leaving) => (
        <LeavingButton key={leaving.id} leaving={leaving} />
      ))}
    </div>
  )
}
