// What a board rarely needs, its pairing and its settings, is loaded when it is: guests' numbers come first.
import { useEffect, useState } from 'preact/hooks'

export function useLate<Part>(wanted: boolean, load: () => Promise<Part>): Part | undefined {
  const [part, setPart] = useState<{ it: Part }>()
  useEffect(() => {
    if (wanted && part === undefined) void load().then((it) => setPart({ it }))
  }, [wanted, part])
  return part?.it
}
