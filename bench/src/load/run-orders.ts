// One measurement: gather the crowd, warm up, measure a window, wait until every order has reached every screen.
import { now, pause } from '../clock.ts'
import { quantiles } from '../figures/figures.ts'
import { usageOf } from '../launch/usage.ts'
import { gatherCrowd } from './crowd.ts'
import type { OrdersJob, OrdersResult } from './job.ts'
import { keepPace } from './pace.ts'
import { createRecorder } from './recorder.ts'

export async function runOrders(job: OrdersJob): Promise<OrdersResult> {
  const recorder = createRecorder(job.screens, now)
  const crowd = await gatherCrowd(job, recorder)
  const until = { over: false }

  const window = async () => {
    await pause(job.warmupMs)
    const before = usageOf(job.serverPid)
    const loadBefore = process.cpuUsage()
    const openedAt = now()
    recorder.openWindow()
    await pause(job.measureMs)
    recorder.closeWindow()
    const seconds = (now() - openedAt) / 1_000
    const after = usageOf(job.serverPid)
    const { user, system } = process.cpuUsage(loadBefore)
    until.over = true
    return {
      seconds,
      cpuMs: after.cpuMs - before.cpuMs,
      mainCpuMs: after.mainCpuMs - before.mainCpuMs,
      loadCpuMs: (user + system) / 1_000,
      residentMb: after.residentMb,
    }
  }

  const [used] = await Promise.all([window(), keepPace(job.pace, crowd, recorder, until)])
  await crowd.settle()
  await crowd.leave()
  const orders = recorder.answersInWindow()
  return {
    orders,
    ordersPerSecond: orders / used.seconds,
    answered: quantiles(recorder.samples.answered),
    seen: quantiles(recorder.samples.seen),
    seenByAll: quantiles(recorder.samples.seenByAll),
    serverCpuMs: used.cpuMs,
    serverMainCpuMs: used.mainCpuMs,
    loadCpuMs: used.loadCpuMs,
    serverResidentMb: used.residentMb,
    framesDelivered: recorder.framesDelivered(),
  }
}
