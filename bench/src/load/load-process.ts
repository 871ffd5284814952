// The bench's side of the load process: one fork per job, so that no run inherits another's heap.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { within } from '../clock.ts'
import {
  type FromLoad,
  fromLoadSchema,
  type OrdersJob,
  type OrdersResult,
  type StormJob,
  type StormResult,
  type ToLoad,
} from './job.ts'

const program = fileURLToPath(new URL('./main.ts', import.meta.url))
const longestJobMs = 180_000

export async function runOrdersLoad(job: OrdersJob): Promise<OrdersResult> {
  const answer = await converse(job, () => undefined)
  if (answer.type !== 'orders-result') throw new Error(`the load answered ${answer.type}`)
  return answer.result
}

export async function runStormLoad(job: StormJob, restartServer: () => Promise<void>): Promise<StormResult> {
  const answer = await converse(job, (load) => {
    restartServer().then(
      () => tell(load, { type: 'server-is-back' }),
      () => load.kill(),
    )
  })
  if (answer.type !== 'storm-result') throw new Error(`the load answered ${answer.type}`)
  return answer.result
}

const tell = (load: ChildProcess, message: ToLoad): void => {
  load.send(message)
}

async function converse(job: ToLoad, connected: (load: ChildProcess) => void): Promise<FromLoad> {
  const load = fork(program, { serialization: 'advanced' })
  const answer = new Promise<FromLoad>((resolve, reject) => {
    load.once('exit', (code) => reject(new Error(`the load ended with ${code} and no answer`)))
    load.on('message', (message) => {
      const { data: told, error } = fromLoadSchema.safeParse(message)
      if (told === undefined) reject(error)
      else if (told.type === 'failed') reject(new Error(told.reason))
      else if (told.type === 'storm-connected') connected(load)
      else resolve(told)
    })
  })
  try {
    tell(load, job)
    return await within(longestJobMs, 'the load', answer)
  } finally {
    load.kill()
  }
}
