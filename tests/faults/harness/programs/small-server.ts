// Stands in for the server where the tools themselves are tried: binds where it is told, says so, becomes ready a
// moment later, counts its starts in the data folder, and ends cleanly on SIGTERM unless told to be stubborn.
import { existsSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'

const { COMANDA_HOST = '127.0.0.1', COMANDA_PORT = '0', COMANDA_DATA = '.', STUBBORN } = process.env
const startsFile = join(COMANDA_DATA, 'starts')
const starts = existsSync(startsFile) ? Number(readFileSync(startsFile, 'utf8')) + 1 : 1
writeFileSync(startsFile, String(starts))

let readinessAsked = 0
const kept: unknown[] = []

function keep(path: string): boolean {
  if (path === '/grow') kept.push(Buffer.alloc(64 * 1024 * 1024, 1))
  else if (path === '/open') for (let count = 0; count < 50; count++) kept.push(openSync(startsFile, 'r'))
  else if (path === '/spin') for (const start = process.cpuUsage(); process.cpuUsage(start).user < 300_000; );
  else return false
  return true
}

const server = createServer((request, response) => {
  const path = request.url ?? '/'
  if (path === '/healthz') response.end('alive')
  else if (path === '/starts') response.end(String(starts))
  else if (path === '/readyz') {
    readinessAsked += 1
    response.statusCode = readinessAsked < 3 ? 503 : 200
    response.end()
  } else {
    response.statusCode = keep(path) ? 200 : 404
    response.end()
  }
})

process.on('SIGTERM', () => {
  console.error('asked to end')
  if (STUBBORN !== '1') server.close(() => process.exit(0))
  server.closeIdleConnections()
})

server.listen(Number(COMANDA_PORT), COMANDA_HOST, () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no TCP address')
  console.log(JSON.stringify({ msg: `listening at http://${COMANDA_HOST}:${address.port}` }))
})
