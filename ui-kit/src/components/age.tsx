// How long ago. Only its own text changes with the clock, and only when it reads differently.
import { type ReadonlySignal, useComputed } from '@preact/signals'

export type AgeProps = {
  since: number
  now: ReadonlySignal<number>
  /** Minutes and hours only, for what nobody waits on. */
  coarse?: boolean | undefined
  class?: string | undefined
}

const two = (count: number): string => String(count).padStart(2, '0')

/** 0:07, 11:05, 1:02:40; coarse 0:07 means hours and minutes. */
export function ageText(milliseconds: number, coarse = false): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  if (coarse) return `${hours}:${two(minutes % 60)}`
  return hours > 0 ? `${hours}:${two(minutes % 60)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

export function Age({ since, now, coarse, class: more }: AgeProps) {
  const text = useComputed(() => ageText(now.value - since, coarse))
  return <span class={`k-age k-num ${more ?? ''}`}>{text}</span>
}
