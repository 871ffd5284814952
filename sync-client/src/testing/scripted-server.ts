// A server for tests, as docs/PROTOCOL.md has it and no more: one log, exactly-once by clientId + cseq and by command id.
// Frames travel on virtual time; a test may cut sockets, swallow what they carry, repeat frames, restart or restore the log.
import type { DomainEvent, Recorded } from '@comanda/shared/domain/events'
import type { State } from '@comanda/shared/domain/state'
import type { ClientId, CommandId, LogId } from '@comanda/shared/model/ids'
import type { DownFrame, Res, Welcome } from '@comanda/shared/protocol/down'
import type { Cmd, Hello, UpFrame } from '@comanda/shared/protocol/up'
import type { Transport } from '../transport.ts'
import { author, smallRules, startState } from './small-rules.ts'
import type { VirtualTime } from './virtual-time.ts'

type Answered = { id: CommandId; res: Res }

export type ServerSocket = {
  hello: Hello | undefined
  frames: UpFrame[]
  /** Nothing gets through any more, either way, and nobody is told. */
  swallow(): void
  close(code: number, reason?: string): void
  say(frame: DownFrame): void
}

export class ScriptedServer {
  logId = 'log-1' as LogId
  log: Recorded[] = []
  state: State = startState
  /** Every command in the log, in its order. */
  commands: { id: CommandId; seq: number }[] = []
  readonly sockets: ServerSocket[] = []
  reachable = true
  delay = 5
  backedUpSeq = 0
  mode: Welcome['mode'] | undefined
  /** How often each up frame arrives. */
  copies = 1
  readonly #time: VirtualTime
  #answers = new Map<ClientId, Answered[]>()
  #byId = new Map<CommandId, Res>()
  readonly #open = new Set<ServerSocket>()

  constructor(time: VirtualTime) {
    this.#time = time
  }

  get seq(): number {
    return this.log.length
  }

  get open(): ServerSocket[] {
    return [...this.#open]
  }

  /** What every open socket is told every 5 s. */
  beat(): void {
    for (const socket of this.#open) {
      socket.say({ t: 'hb', head: this.seq, now: this.#time.wall, backedUpSeq: this.backedUpSeq })
    }
  }

  keepBeating(): void {
    this.#time.timers.after(5_000, () => {
      this.beat()
      this.keepBeating()
    })
  }

  cutAll(code = 1006): void {
    for (const socket of this.open) socket.close(code)
  }

  /** An older backup takes the log's place: a new log id, and what came after seq is gone. */
  restore(seq: number): void {
    this.logId = `log-${Number(this.logId.slice(4)) + 1}` as LogId
    this.log = this.log.slice(0, seq)
    this.commands = this.commands.filter((command) => command.seq <= seq)
    this.state = this.log.reduce((state, recorded) => smallRules.evolve(state, recorded), startState)
    const remains = ({ res }: Answered) => res.seq !== undefined && res.seq <= seq
    this.#answers = new Map([...this.#answers].map(([client, answers]) => [client, answers.filter(remains)]))
    this.#byId = new Map([...this.#byId].filter(([, res]) => res.seq !== undefined && res.seq <= seq))
    this.cutAll(1012)
  }

  happen(event: DomainEvent): void {
    this.#record([event])
    this.#publish(this.seq, [event])
  }

  readonly transport: Transport = {
    open: (_url, _subprotocol, handlers) => {
      let alive = true
      let swallowed = false
      const later = (act: () => void) => this.#time.timers.after(this.delay, () => act())
      const end = (code: number, reason: string) => {
        if (!alive) return
        alive = false
        this.#open.delete(socket)
        handlers.closed(code, reason)
      }
      const socket: ServerSocket = {
        hello: undefined,
        frames: [],
        swallow: () => {
          swallowed = true
        },
        close: (code, reason = '') => end(code, reason),
        say: (frame) => {
          const text = JSON.stringify(frame)
          later(() => alive && !swallowed && handlers.heard(text))
        },
      }
      this.sockets.push(socket)
      later(() => {
        if (!this.reachable) return end(1006, '')
        this.#open.add(socket)
        if (alive) handlers.opened()
      })
      return {
        send: (text) => {
          const hear = () => alive && !swallowed && this.#hear(socket, JSON.parse(text) as UpFrame)
          for (let copy = 0; copy < this.copies; copy++) later(hear)
        },
        close: () => {
          alive = false
          this.#open.delete(socket)
        },
      }
    },
  }

  #hear(socket: ServerSocket, frame: UpFrame): void {
    socket.frames.push(frame)
    if (frame.t === 'hello') this.#greet(socket, frame)
    else if (frame.t === 'cmd' && socket.hello !== undefined) this.#answer(socket, socket.hello, frame)
  }

  #greet(socket: ServerSocket, hello: Hello): void {
    if (socket.hello !== undefined) return
    for (const other of this.open) {
      if (other !== socket && other.hello?.clientId === hello.clientId) other.close(4409)
    }
    socket.hello = hello
    const follows = hello.logId === this.logId && hello.cursor !== undefined && hello.cursor <= this.seq
    const mode = this.mode ?? (follows ? 'resume' : 'snapshot')
    socket.say({
      t: 'welcome',
      logId: this.logId,
      head: this.seq,
      lastCseq: this.#answers.get(hello.clientId)?.length ?? 0,
      mode,
      limits: { frameBytes: 64 * 1024, inFlight: 8, heartbeatMs: 5_000, staleMs: 10_000 },
      now: this.#time.wall,
      businessDate: '2024-05-01',
    })
    if (mode === 'snapshot') this.#sayWhole(socket)
    const cursor = hello.cursor ?? 0
    if (mode === 'resume' && cursor < this.seq) {
      socket.say({ t: 'ev', from: cursor + 1, to: this.seq, events: this.log.slice(cursor) })
    }
  }

  #sayWhole(socket: ServerSocket): void {
    const text = smallRules.stateToJson(this.state)
    const half = Math.ceil(text.length / 2)
    socket.say({ t: 'snap', seq: this.seq, part: 1, of: 2, body: text.slice(0, half) })
    socket.say({ t: 'snap', seq: this.seq, part: 2, of: 2, body: text.slice(half) })
  }

  #answer(socket: ServerSocket, { clientId }: Hello, cmd: Cmd): void {
    const answers = this.#answers.get(clientId) ?? []
    const stored = answers[cmd.cseq - 1]
    const dispute = (code: string): Res => ({ t: 'res', cseq: cmd.cseq, ok: false, code })
    if (stored !== undefined || cmd.cseq > answers.length + 1) {
      socket.say(stored === undefined ? dispute('gap') : stored.id === cmd.id ? stored.res : dispute('forked'))
      return
    }
    const known = this.#byId.get(cmd.id)
    const res = known === undefined ? this.#decide(cmd) : { ...known, cseq: cmd.cseq }
    this.#answers.set(clientId, [...answers, { id: cmd.id, res }])
    this.#byId.set(cmd.id, res)
    socket.say(res)
    if (known === undefined)
      this.#publish(
        this.seq,
        this.log.slice(-1).map(({ event }) => event),
      )
  }

  #decide(cmd: Cmd): Res {
    const numbered = { type: cmd.type, args: cmd.args, id: cmd.id } as Parameters<typeof smallRules.decide>[1]
    const context = { now: this.#time.wall, writtenAt: cmd.writtenAt, businessDate: '2024-05-01' }
    const decision = smallRules.decide(this.state, numbered, { ...context, asker: { kind: 'staff', ...author } })
    const { cseq } = cmd
    this.#record(
      decision.ok
        ? decision.value
        : [{ type: 'command.refused', commandId: cmd.id, commandType: cmd.type, code: decision.error.code }],
    )
    this.commands.push({ id: cmd.id, seq: this.seq })
    return decision.ok
      ? { t: 'res', cseq, ok: true, seq: this.seq }
      : { t: 'res', cseq, ok: false, seq: this.seq, ...decision.error }
  }

  #record(events: readonly DomainEvent[]): void {
    for (const event of events) {
      const recorded = { seq: this.seq + 1, at: this.#time.wall, businessDate: '2024-05-01', event }
      this.log.push(recorded)
      this.state = smallRules.evolve(this.state, recorded)
    }
  }

  #publish(seq: number, events: readonly DomainEvent[]): void {
    const recorded = this.log.slice(seq - events.length, seq)
    for (const socket of this.#open) {
      if (socket.hello !== undefined) socket.say({ t: 'ev', from: seq - events.length + 1, to: seq, events: recorded })
    }
  }
}
