// The process of one reference server: `serve.ts <kind> <folder> <port>`. Its first line of output is its port. It ends
// on SIGTERM, and when whoever started it is gone (its stdin closes).
import { argv, exit, stdin, stdout } from 'node:process'
import type { Serving } from './serving.ts'

async function serve(kind: string | undefined, folder: string, port: number): Promise<Serving> {
  switch (kind) {
    case 'floor':
      return (await import('../floor/server.ts')).serveFloor({ folder, port })
    case 'naive':
      return (await import('../naive/server.ts')).serveNaive({ folder, port })
    case 'bare':
      return (await import('../limits/bare-server.ts')).serveBare({ folder, port }, 'once')
    case 'bare-each':
      return (await import('../limits/bare-server.ts')).serveBare({ folder, port }, 'each')
    default:
      throw new Error(`no reference server is called ${kind}`)
  }
}

const [, , kind, folder = '.', port = '0'] = argv
const serving = await serve(kind, folder, Number(port))
stdout.write(`${serving.port}\n`)

process.once('SIGTERM', async () => {
  await serving.stop()
  exit(0)
})
stdin.once('end', () => exit(0))
stdin.resume()
