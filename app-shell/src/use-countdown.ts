// Seconds that are left, once a second.
import { useEffect, useState } from 'preact/hooks'
import { everySecond } from './adapters/page.ts'

/** Begins anew whenever `run` is another one. */
export function useCountdown(seconds: number, run: number): number {
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    setLeft(seconds)
    if (seconds <= 0) return
    let now = seconds
    const stop = everySecond(() => {
      now -= 1
      setLeft(now)
      if (now <= 0) stop()
    })
    return stop
  }, [seconds, run])
  return Math.max(0, left)
}
