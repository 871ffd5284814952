// `npm run demo`, as a real process over real sockets: people work by themselves, and the report agrees with what they wrote down.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const program = fileURLToPath(new URL('./evening.ts', import.meta.url))

test('an evening at 200 times its speed is worked through, closed, and reported as the bots have it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-evening-'))
  const words = ['--speed', '200', '--tables', '3', '--minutes', '20', '--seed', 'short']
  const child = spawn(process.execPath, [program, ...words], {
    env: { ...process.env, COMANDA_DATA: folder, COMANDA_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  try {
    let [said, complained] = ['', '']
    child.stderr.on('data', (text: Buffer) => {
      complained += text
    })
    const ended = once(child, 'close')
    for await (const text of child.stdout) {
      said += text
      if (said.includes('stays open on')) child.kill('SIGINT')
    }
    expect(await ended).toEqual([0, null])
    expect(complained).toBe('')
    expect(said).toMatch(/as of event \d{2,}/)
    expect(said).toMatch(/paid: card +€[\d,.]+ +€[\d,.]+ +the same/)
    expect(said).not.toContain('DIFFERENT')
    expect(said).not.toMatch(/ gross +€0\.00/)
  } finally {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}, 90_000)
