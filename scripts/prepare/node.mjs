// Everything but this preparation runs on Node 24: the one that was installed with the packages, or, on a machine
// for which none is packaged, the machine's own if it is new enough.
import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from './root.mjs'

const oldest = 24

export function pinnedNode() {
  const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(packaged)) {
    linkForPeople(packaged)
    return packaged
  }
  if (Number.parseInt(process.versions.node, 10) >= oldest) return process.execPath
  throw new Error(
    `Comanda needs Node ${oldest}. It comes with the packages on Linux (x64, arm64); on ${process.platform}-${process.arch} please install it from nodejs.org. This is Node ${process.versions.node}.`,
  )
}

/** npm 10 drops the link when it skips the package of another processor; `npx vitest` and the like need it. */
function linkForPeople(packaged) {
  const link = join(root, 'node_modules', '.bin', 'node')
  if (existsSync(link)) return
  mkdirSync(dirname(link), { recursive: true })
  symlinkSync(relative(dirname(link), packaged), link)
}
