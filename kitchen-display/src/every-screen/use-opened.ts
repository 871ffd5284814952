// Something that listens for as long as it is on the glass: opened before the first paint, and closed again.
import { useLayoutEffect, useState } from 'preact/hooks'

export function useOpened<Opened extends { dispose(): void }>(
  open: () => Opened,
  inputs: readonly unknown[],
): Opened | undefined {
  const [opened, setOpened] = useState<Opened>()
  useLayoutEffect(() => {
    const now = open()
    setOpened(now)
    return () => now.dispose()
  }, inputs)
  return opened
}
