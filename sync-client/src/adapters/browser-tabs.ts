// Web Locks choose the leading tab: the browser frees the lock of a tab that is closed or killed, whatever it was doing.
// A page that holds one is not put to sleep.
import type { TabChannel, TabMessage, TabPorts } from '../tabs.ts'

function openChannel(name: string): TabChannel {
  const channel = new BroadcastChannel(name)
  return {
    post: (message) => channel.postMessage(message),
    listen: (hear) => channel.addEventListener('message', ({ data }: { data: TabMessage }) => hear(data)),
    close: () => channel.close(),
  }
}

export const browserTabs = (): TabPorts => ({
  whenAlone(name, lead) {
    const waiting = new AbortController()
    const leading = Promise.withResolvers<void>()
    navigator.locks
      .request(name, { signal: waiting.signal }, () => {
        lead()
        return leading.promise
      })
      // cancelled before its turn came
      .catch(() => {})
    return () => {
      waiting.abort()
      leading.resolve()
    }
  },
  channel: openChannel,
})
