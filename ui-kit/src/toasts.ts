// What has just happened, in a sentence that leaves by itself; a failure stays until it is read.
import { type Signal, signal } from '@preact/signals'

export type ToastTone = 'plain' | 'ok' | 'warn' | 'late'

export type ToastAction = { readonly label: string; readonly run: () => void }

export type Toast = {
  readonly id: number
  readonly text: string
  readonly tone: ToastTone
  /** Seconds; 0 stays until dismissed. */
  readonly stays: number
  readonly action?: ToastAction
}

export type ToastOptions = { readonly tone?: ToastTone; readonly action?: ToastAction; readonly stays?: number }

const most = 3

export const toasts: Signal<readonly Toast[]> = signal([])

let last = 0

const usualStay = (tone: ToastTone, action: ToastAction | undefined): number => (tone === 'late' ? 0 : action ? 8 : 4)

export function toast(text: string, { tone = 'plain', action, stays }: ToastOptions = {}): number {
  last += 1
  const next: Toast = { id: last, text, tone, stays: stays ?? usualStay(tone, action), ...(action && { action }) }
  const others = toasts.value.filter((other) => other.text !== text || other.tone !== tone)
  toasts.value = [...others, next].slice(-most)
  return next.id
}

export function dismiss(id: number): void {
  toasts.value = toasts.value.filter((one) => one.id !== id)
}
