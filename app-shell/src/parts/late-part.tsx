// A part that is seldom shown and so not loaded with the page. The service worker holds its file: it comes without the
// server too. Where there is no worker and no server either, that is said, and the next time tries again.
import { toast } from '@comanda/ui-kit/toasts'
import { type ComponentChild, type ComponentType, h } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useShellTexts } from '../shell-context.ts'

export function latePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => ComponentChild {
  let loaded: ComponentType<Props> | undefined
  return function LatePart(props) {
    const [, drawAgain] = useState(false)
    const { message } = useShellTexts().unreachable
    useEffect(() => {
      if (loaded !== undefined) return
      load().then(
        (part) => {
          loaded = part
          drawAgain(true)
        },
        () => toast(message, { tone: 'warn' }),
      )
    }, [])
    return loaded === undefined ? null : h(loaded, props)
  }
}
