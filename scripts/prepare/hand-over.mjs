// The program takes this process's place as far as the outside can tell: its input and output, its signals, its end.
import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { root } from './root.mjs'

// What Node made of a source file is kept beside the packages: the next start takes a third less time and 30 MB less memory.
const compiled = join(root, 'node_modules', '.cache', 'compiled')

// A thousand devices that come at once make V8's nursery grow to 64 MB, and it never shrinks again. At this size it is 40 MB
// smaller, and an order takes no more of the processor.
const nodeFlags = ['--max-semi-space-size=16']

export function handOver(node, args, env = {}) {
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`
  const all = { NODE_COMPILE_CACHE: compiled, ...process.env, ...env, PATH: path }
  const child = spawn(node, [...nodeFlags, ...args], { cwd: root, stdio: 'inherit', env: all })

  // A terminal gives Ctrl-C to both of us at once; the program must not hear it twice.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGHUP'))

  child.on('error', (error) => {
    console.error(`${node} could not be started: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1)
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name)
    process.kill(process.pid, signal)
  })
}
