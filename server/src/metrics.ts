// What the server tells about itself, in Prometheus' words.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

const seconds = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5]
const sizes = [1, 2, 5, 10, 20, 50, 100, 200]

export type Gauges = { readonly queue: () => number; readonly sockets: () => number; readonly writable: () => boolean }

export class Metrics {
  readonly registry = new Registry()
  readonly commitSeconds: Histogram
  readonly batchCommands: Histogram
  readonly commands: Counter
  readonly events: Counter
  readonly refused: Counter
  /** Counted for every frame, so in plain numbers: they become metrics when somebody asks. */
  readonly traffic = { framesIn: 0, framesOut: 0, bytesOut: 0 }
  readonly failures: Counter

  constructor() {
    const registers = [this.registry]
    const counter = (name: string, help: string, labelNames: string[] = []) =>
      new Counter({ name, help, labelNames, registers })
    this.commitSeconds = new Histogram({
      name: 'comanda_commit_seconds',
      help: 'From handing a batch to the log until it is durable.',
      buckets: seconds,
      registers,
    })
    this.batchCommands = new Histogram({
      name: 'comanda_batch_commands',
      help: 'Commands committed together.',
      buckets: sizes,
      registers,
    })
    this.commands = counter('comanda_commands_total', 'Commands that have their answer.')
    this.events = counter('comanda_events_total', 'Events written.')
    this.refused = counter('comanda_refused_total', 'Refusals by code.', ['code'])
    this.#tally('comanda_frames_in_total', 'Frames from devices.', () => this.traffic.framesIn)
    this.#tally('comanda_frames_out_total', 'Frames to devices.', () => this.traffic.framesOut)
    this.#tally('comanda_bytes_out_total', 'Bytes of frames to devices.', () => this.traffic.bytesOut)
    this.failures = counter('comanda_failures_total', 'What went wrong inside, by place.', ['place'])
    collectDefaultMetrics({ register: this.registry })
  }

  #tally(name: string, help: string, read: () => number): void {
    new Counter({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.reset()
        this.inc(read())
      },
    })
  }

  watch({ queue, sockets, writable }: Gauges): void {
    const registers = [this.registry]
    const gauge = (name: string, help: string, read: () => number) =>
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read())
        },
      })
    gauge('comanda_queue_commands', 'Commands waiting to be decided.', queue)
    gauge('comanda_sockets', 'Open sockets.', sockets)
    gauge('comanda_log_writable', '1 while the log takes writes.', () => (writable() ? 1 : 0))
  }
}
