// Keys do what the buttons in sight do, where somebody switched them on: a letter pressed by mistake sends nothing.
import type { BoundAction } from '@comanda/ui-kit/action'
import { bindKeys } from '@comanda/ui-kit/keys'
import { toast } from '@comanda/ui-kit/toasts'
import { useEffect, useRef } from 'preact/hooks'
import { useWaiter } from '../waiter.ts'

export function useKeys(actions: readonly BoundAction[]): void {
  const { keys } = useWaiter()
  const latest = useRef(actions)
  latest.current = actions
  useEffect(
    () =>
      bindKeys(() => latest.current, {
        target: window,
        on: () => keys.peek(),
        onRefused: (_, why) => toast(why, { tone: 'warn' }),
      }),
    [keys],
  )
}
