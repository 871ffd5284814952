// The load's own process: runs the one job it is sent, answers, and ends. It also ends when its parent is gone.
import { exit } from 'node:process'
import { type FromLoad, toLoadSchema } from './job.ts'
import { runOrders } from './run-orders.ts'
import { runStorm } from './run-storm.ts'

const serverIsBack = Promise.withResolvers<void>()

const tell = (message: FromLoad): void => {
  process.send?.(message)
}

async function handle(message: unknown): Promise<void> {
  const job = toLoadSchema.parse(message)
  switch (job.type) {
    case 'orders':
      return tell({ type: 'orders-result', result: await runOrders(job) })
    case 'storm': {
      const restart = (): Promise<void> => {
        tell({ type: 'storm-connected' })
        return serverIsBack.promise
      }
      return tell({ type: 'storm-result', result: await runStorm(job, restart) })
    }
    case 'server-is-back':
      return serverIsBack.resolve()
    default:
      throw new Error(`unknown job ${JSON.stringify(job satisfies never)}`)
  }
}

const fail = (error: unknown): void =>
  tell({ type: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) })

process.once('uncaughtException', fail)
process.on('message', (message) => {
  handle(message).catch(fail)
})
process.once('disconnect', () => exit(0))
