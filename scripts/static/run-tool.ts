// A tool from the packages, run to its end, with all that it said.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../source/files.ts'

export function runTool(name: string, args: readonly string[]): Promise<{ ok: boolean; details: string }> {
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules', '.bin', name), args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let details = ''
    const keep = (chunk: Buffer) => {
      details += chunk.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => resolve({ ok: false, details: `${name} could not be started: ${error.message}` }))
    child.on('close', (code) => resolve({ ok: code === 0, details }))
  })
}
