// Carries out one step of a plan.
import { assertNever } from '@comanda/shared/domain/decision'
import type { Step } from './plan.ts'
import { publish } from './publish.ts'
import type { World } from './world.ts'

export function perform(world: World, step: Step): void {
  const { scheduler, witness } = world
  witness.count(`step ${step.do}`)
  if ('device' in step) performAtDevice(world, step)
  else if ('node' in step) performAtNode(world, step)
  else {
    world.disk = { until: scheduler.now + step.for, reason: step.reason }
    scheduler.after(step.for, () => world.noteWork())
  }
}

function performAtDevice(world: World, step: Extract<Step, { device: number }>): void {
  const { scheduler, witness, network, ledger } = world
  const device = world.devices[step.device]
  if (device === undefined) return
  switch (step.do) {
    case 'act':
      device.act(step.salt)
      return
    case 'cut':
      witness.count('connection cut', network.cut(step.device))
      return
    case 'blackhole':
      witness.count('connection blackholed', network.blackhole(step.device, step.for))
      return
    case 'slow':
      network.slowness.set(step.device, step.by)
      scheduler.after(step.for, () => void network.slowness.delete(step.device))
      return
    case 'screen-off':
      device.screenOffUntil = scheduler.now + step.for
      return
    case 'kill-client':
      device.kill(step.steps, step.down)
      return
    case 'lose-storage':
      device.killNow(step.down)
      void device.replica.forget()
      ledger.storageLost(device.disk.lose())
      return
    case 'set-back-storage':
      device.killNow(step.down)
      void device.replica.forget()
      ledger.storageLost(device.disk.setBack(step.writes))
      return
    case 'full-storage':
      device.disk.full = true
      return
    case 'device-clock':
      device.wall.offset += step.by
      return
    default:
      assertNever(step)
  }
}

function performAtNode(world: World, step: Extract<Step, { node: number }>): void {
  const node = world.nodes[step.node]
  if (node === undefined) return
  switch (step.do) {
    case 'kill-server':
      node.killBeforeStep(step.steps, step.down)
      return
    case 'stop-server':
      void node.stop(step.down)
      return
    case 'outcome-unknown':
      world.unknownNext.set(step.node, step.written)
      return
    case 'server-clock':
      node.wall.offset += step.by
      return
    case 'snapshot':
      void node.snapshot()
      return
    case 'publish':
      publish(world, step.node, step.salt)
      return
    default:
      assertNever(step)
  }
}
