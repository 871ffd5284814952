// The server over HTTP, as one screen of this browser speaks to it. Refusals are values with texts for people; so is a
// server that cannot be reached.

import type { ErrorCode } from '@comanda/shared/domain/errors'
import type { Language } from '@comanda/shared/model/text'

export type Problem = {
  readonly code: ErrorCode | 'unreachable'
  readonly message: string
  readonly kept: string
  readonly next: string
  readonly details: Readonly<Record<string, unknown>>
}

export type Answer =
  | { readonly ok: true; readonly status: number; readonly body: unknown }
  | { readonly ok: false; readonly status: number; readonly problem: Problem }

export type Api = {
  get(path: string): Promise<Answer>
  post(path: string, body: unknown): Promise<Answer>
}

export type ApiParts = {
  /** The screen's name: one browser is another device in each of its screens. */
  readonly screen: string
  readonly language: () => Language
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>
  readonly unreachable: () => Omit<Problem, 'code' | 'details'>
}

type Fields = Readonly<Record<string, unknown>>
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textIn = (fields: Fields, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

function problemIn(body: unknown): Problem | undefined {
  const told = isFields(body) && isFields(body.error) ? body.error : undefined
  if (told === undefined || typeof told.code !== 'string') return undefined
  return {
    // The server's own registry of codes; a newer server may know more than we do.
    code: told.code as ErrorCode,
    message: textIn(told, 'message'),
    kept: textIn(told, 'kept'),
    next: textIn(told, 'next'),
    details: isFields(told.details) ? told.details : {},
  }
}

export const withScreen = (path: string, screen: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}as=${screen}`

export function createApi(parts: ApiParts): Api {
  const unreachable = (status: number): Answer => ({
    ok: false,
    status,
    problem: { code: 'unreachable', details: {}, ...parts.unreachable() },
  })

  async function ask(path: string, init: RequestInit): Promise<Answer> {
    const headers = {
      'accept-language': parts.language(),
      ...(init.body ? { 'content-type': 'application/json' } : {}),
    }
    try {
      const response = await parts.fetch(withScreen(path, parts.screen), { ...init, headers })
      const text = await response.text()
      const body: unknown = text === '' ? undefined : JSON.parse(text)
      if (response.ok) return { ok: true, status: response.status, body }
      const problem = problemIn(body)
      return problem === undefined ? unreachable(response.status) : { ok: false, status: response.status, problem }
    } catch {
      // No connection, cut in the middle, or something between us and the server that speaks for it.
      return unreachable(0)
    }
  }

  return {
    get: (path) => ask(path, { method: 'GET' }),
    post: (path, body) => ask(path, { method: 'POST', body: JSON.stringify(body) }),
  }
}
