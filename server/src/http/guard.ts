// Who may knock: only by the names this server goes by, and only pages that it served itself may change anything.

import { hostname, networkInterfaces } from 'node:os'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ApiError } from './api-error.ts'

export type Names = { readonly hosts: ReadonlySet<string>; readonly origins: ReadonlySet<string> }

const loopback = ['localhost', '127.0.0.1', '[::1]']

export const isLoopback = (host: string): boolean => host === '::1' || host === 'localhost' || /^127\./.test(host)

const hostOf = (origin: string): string =>
  URL.canParse(origin) ? new URL(origin).hostname.replace(/^\[(.*)\]$/, '$1') : ''

const proxyWords = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip']

/** Somebody at this very machine, who opened it by this machine's own name: a proxy's guest is nobody of the kind. */
export function isAtThisMachine({ ip, headers }: FastifyRequest): boolean {
  const { host = '', origin } = headers
  if (!isLoopback(ip) || !isLoopback(hostOf(`http://${host}`))) return false
  if (origin !== undefined && !isLoopback(hostOf(origin))) return false
  return proxyWords.every((word) => headers[word] === undefined)
}

const bracketed = (address: string): string => (address.includes(':') ? `[${address}]` : address)

/** Every name under which this machine can be asked when it listens on `host`, and what the owner added. */
export function namesOf(host: string, port: number, origins: readonly string[]): Names {
  const everywhere = host === '0.0.0.0' || host === '::'
  const own = everywhere
    ? Object.values(networkInterfaces())
        .flatMap((addresses) => addresses ?? [])
        .map(({ address }) => bracketed(address))
        .concat(hostname().toLowerCase(), `${hostname().toLowerCase()}.local`)
    : [bracketed(host)]
  const withPort = [...new Set([...loopback, ...own])].map((name) => `${name}:${port}`)
  const added = origins.map((origin) => new URL(origin).host)
  return {
    hosts: new Set([...withPort, ...added]),
    origins: new Set([...withPort.flatMap((name) => [`http://${name}`, `https://${name}`]), ...origins]),
  }
}

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

export function guard(app: FastifyInstance, names: () => Names): void {
  app.addHook('onRequest', async (request) => {
    const { hosts, origins } = names()
    if (!hosts.has((request.headers.host ?? '').toLowerCase())) throw new ApiError('unknown-host')
    const { origin } = request.headers
    const foreign = origin === undefined || !origins.has(origin)
    // A socket changes things too.
    const changes = request.headers.upgrade !== undefined || !harmless.has(request.method)
    if (changes && foreign) throw new ApiError('foreign-origin')
    if (origin !== undefined && foreign) throw new ApiError('foreign-origin')
  })
}
