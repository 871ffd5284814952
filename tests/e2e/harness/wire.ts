// The network between one screen and the server, in the test's hand: it is cut, falls silent, or is well again. What other
// screens have is not touched.
import { TcpFaultProxy } from '../../faults/harness/tcp-fault-proxy.ts'

export class Wire {
  readonly #proxy: TcpFaultProxy

  constructor(proxy: TcpFaultProxy) {
    this.#proxy = proxy
  }

  static async to(serverPort: () => number): Promise<Wire> {
    const proxy = new TcpFaultProxy({ target: () => ({ host: '127.0.0.1', port: serverPort() }) })
    await proxy.accept()
    return new Wire(proxy)
  }

  /** Where a browser finds the server through it. */
  get url(): string {
    return `http://127.0.0.1:${this.#proxy.port}`
  }

  /** Connections are lost, and new ones are refused. */
  cut(): void {
    this.#proxy.refuse()
    this.#proxy.cut()
  }

  /** Nothing closes and nothing arrives: the worst kind of bad network. */
  silence(): void {
    this.#proxy.blackhole()
  }

  async mend(): Promise<void> {
    this.#proxy.clear()
    await this.#proxy.accept()
  }

  stop(): void {
    this.#proxy.stop()
  }
}
