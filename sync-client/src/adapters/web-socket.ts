// The WebSocket of the platform, in browsers and in Node alike. Headers are for Node alone, where there is no page to
// give the cookie and the origin; a browser neither needs nor takes them.
import type { Transport } from '../transport.ts'

export type WebSocketOptions = { headers?: Readonly<Record<string, string>> }

const open = 1

type WithHeaders = new (
  url: string,
  init: { protocols: string; headers: Readonly<Record<string, string>> },
) => WebSocket

function connect(url: string, subprotocol: string, headers: WebSocketOptions['headers']): WebSocket {
  if (headers === undefined) return new WebSocket(url, subprotocol)
  // Node's constructor takes them, the browsers' types do not know of it
  const NodeWebSocket = WebSocket as unknown as WithHeaders
  return new NodeWebSocket(url, { protocols: subprotocol, headers })
}

export const webSocketTransport = ({ headers }: WebSocketOptions = {}): Transport => ({
  open(url, subprotocol, { opened, heard, closed }) {
    const socket = connect(url, subprotocol, headers)
    socket.addEventListener('open', () => opened())
    // every frame of this protocol is text; a binary one reads as an empty text, which is no frame
    socket.addEventListener('message', ({ data }) => heard(typeof data === 'string' ? data : ''))
    socket.addEventListener('close', ({ code, reason }) => closed(code, reason))
    // a failed socket closes as well, and the close is what counts
    socket.addEventListener('error', () => {})
    return {
      send(text) {
        if (socket.readyState === open) socket.send(text)
      },
      close: (code, reason) => socket.close(code, reason),
    }
  },
})
