// A part that is seldom shown and so not loaded with the page. The service worker holds its file: it comes without the
// server too.
import { type ComponentChild, type ComponentType, h } from 'preact'
import { useEffect, useState } from 'preact/hooks'

export function latePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => ComponentChild {
  let loaded: ComponentType<Props> | undefined
  return function LatePart(props) {
    const [, drawAgain] = useState(false)
    useEffect(() => {
      if (loaded !== undefined) return
      void load().then((part) => {
        loaded = part
        drawAgain(true)
      })
    }, [])
    return loaded === undefined ? null : h(loaded, props)
  }
}
