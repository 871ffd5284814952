// A tablet whose browser can be killed as a crash or an empty battery would: the whole process group with SIGKILL. Opened
// again on the same folder it is the same tablet.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { executablePath, flags } from './browser.ts'

export type KillableTablet = {
  readonly context: BrowserContext
  readonly page: Page
  /** As a person closes it: what it knows is on the disk. */
  readonly close: () => Promise<void>
  readonly kill: () => Promise<void>
}

const alive = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of alive) killGroup(child)
})

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

async function address(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error('the browser has no voice')
  for await (const line of createInterface({ input: child.stderr })) {
    const [, found] = /DevTools listening on (ws:\S+)/.exec(line) ?? []
    if (found !== undefined) return found
  }
  throw new Error('the browser ended before it could be spoken to')
}

export async function startTablet(folder: string): Promise<KillableTablet> {
  const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`, '--no-first-run']
  const child = spawn(executablePath, [...flags, ...own, '--lang=en-GB', 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  alive.add(child)
  const ended = once(child, 'exit')
  const browser = await chromium.connectOverCDP(await address(child))
  // What it says later must not fill its pipe.
  child.stderr?.resume()
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('the browser shows nothing')
  return {
    context,
    page: context.pages()[0] ?? (await context.newPage()),
    close: async () => {
      const session = await browser.newBrowserCDPSession()
      await Promise.all([ended, session.send('Browser.close').catch(() => {})])
      alive.delete(child)
    },
    kill: async () => {
      killGroup(child)
      await ended
      alive.delete(child)
    },
  }
}
