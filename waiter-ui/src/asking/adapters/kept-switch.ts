// A choice of this device that outlives a reload. Where nothing can be kept, only the choice is lost.
import { type Signal, signal } from '@preact/signals'

export function keptSwitch(
  shelf: () => Pick<Storage, 'getItem' | 'setItem'>,
  name: string,
  usual: boolean,
): Signal<boolean> {
  let kept = usual
  try {
    const found = shelf().getItem(name)
    if (found !== null) kept = found === 'yes'
  } catch {
    // a private window keeps nothing
  }
  const choice = signal(kept)
  choice.subscribe((now) => {
    try {
      shelf().setItem(name, now ? 'yes' : 'no')
    } catch {
      // as above
    }
  })
  return choice
}
