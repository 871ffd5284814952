// Casa Lola as a process of its own, behind a network that the test can cut. Browsers come in through that network; other
// devices of the staff come straight to the server.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Restaurant } from '../../faults/harness/open-restaurant.ts'
import { type ComandaOptions, startComanda } from '../../faults/harness/server-process.ts'
import { TcpFaultProxy } from '../../faults/harness/tcp-fault-proxy.ts'
import { Wire } from './wire.ts'

/** The same house under a name that browsers do not trust without TLS, as in a network of its own. */
export const plainName = 'lola.test'

const demoProgram = fileURLToPath(new URL('../../../demo/src/serve.ts', import.meta.url))

export class House extends Restaurant {
  /** Between the browsers and the server. */
  readonly network: TcpFaultProxy
  /** Where browsers find it. */
  readonly url: string
  /** For screens that have a network of their own. */
  readonly wires: readonly Wire[]

  constructor(server: Restaurant['server'], folder: string, network: TcpFaultProxy, wires: readonly Wire[]) {
    super(server, folder)
    this.network = network
    this.wires = wires
    this.url = `http://127.0.0.1:${network.port}`
  }

  /** Every browser loses its connections, and new ones are refused. */
  cutNetwork(): void {
    this.network.refuse()
    this.network.cut()
  }

  async mendNetwork(): Promise<void> {
    this.network.clear()
    await this.network.accept()
  }

  /** kill -9: browsers notice by themselves. */
  async killServer(): Promise<void> {
    await this.server.kill()
  }

  async startServerAgain(): Promise<void> {
    this.server = await this.server.restart()
  }

  override async close(): Promise<void> {
    this.network.stop()
    for (const wire of this.wires) wire.stop()
    await super.close()
  }
}

export type HouseWish = Partial<ComandaOptions> & { readonly wires?: number }

export async function openHouse({ wires: wanted = 0, ...options }: HouseWish = {}): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-e2e-'))
  let serverPort = 0
  const network = new TcpFaultProxy({ target: () => ({ host: '127.0.0.1', port: serverPort }) })
  await network.accept()
  const wires: Wire[] = []
  while (wires.length < wanted) wires.push(await Wire.to(() => serverPort))
  const own = [`http://127.0.0.1:${network.port}`, `http://${plainName}:${network.port}`]
  const server = await startComanda({
    program: demoProgram,
    data: join(folder, 'data'),
    log: 'warn',
    ...options,
    env: {
      ...options.env,
      COMANDA_ORIGINS: [...own, ...wires.map(({ url }) => url)].join(),
    },
  })
  serverPort = server.port
  return new House(server, folder, network, wires)
}
