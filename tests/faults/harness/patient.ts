// Many hours of a service in a few minutes are more than one address may ask for. As a device does, who is told to wait asks
// again later; that somebody tries PINs too often is another matter, and no reason to wait.
import type { Answered } from '@comanda/server/testing/http-client'
import { realTime } from './real-time.ts'

const askAgainAfter = 1_000

const isAskedToWait = ({ status, text }: Answered): boolean => status === 429 && text.includes('too-many-requests')

export async function patiently(ask: () => Promise<Answered>): Promise<Answered> {
  for (;;) {
    const told = await ask()
    if (!isAskedToWait(told)) return told
    await new Promise<void>((resolve) => void realTime.after(askAgainAfter, resolve))
  }
}
