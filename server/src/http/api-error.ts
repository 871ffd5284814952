// How HTTP says no: one shape, the status from the registry, the text in the reader's language.
import type { Answer } from '@comanda/db/log'
import { type DomainError, type ErrorCode, error, errors } from '@comanda/shared/domain/errors'
import { textOf } from '@comanda/shared/i18n/texts'
import type { Language } from '@comanda/shared/model/text'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'

export class ApiError extends Error {
  readonly problem: DomainError

  constructor(code: ErrorCode, details?: Readonly<Record<string, unknown>>) {
    super(code)
    this.name = 'ApiError'
    this.problem = error(code, details)
  }
}

export const throwProblem = ({ code, details }: DomainError): never => {
  throw new ApiError(code, details)
}

/** The first language of the header that we speak. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))?.split('=')[1]
      return { tag, quality: quality === undefined ? 1 : Number(quality) }
    })
    .sort((one, other) => other.quality - one.quality)
  for (const { tag } of wanted) {
    if (tag.startsWith('ru')) return 'ru'
    if (tag.startsWith('en')) return 'en'
  }
  return 'en'
}

export type ErrorBody = {
  readonly error: {
    readonly code: string
    readonly field?: string
    readonly message: string
    readonly kept: string
    readonly next: string
    readonly details?: Readonly<Record<string, unknown>>
  }
}

export function errorBody({ code, details }: DomainError, language: Language): ErrorBody {
  const field = details?.field
  return {
    error: {
      code,
      ...(typeof field === 'string' && field !== '' ? { field } : {}),
      ...textOf(code, language, details),
      ...(details === undefined ? {} : { details }),
    },
  }
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: DomainError): FastifyReply {
  const language = languageOf(request.headers['accept-language'])
  const seconds = problem.details?.seconds
  if (typeof seconds === 'number') reply.header('retry-after', String(seconds))
  return reply
    .code(errors[problem.code].http)
    .header('cache-control', 'no-store')
    .header('content-language', language)
    .send(errorBody(problem, language))
}

/** Fastify's own refusals, by their code. */
export function problemOf(cause: FastifyError | Error): DomainError {
  if (cause instanceof ApiError) return cause.problem
  const code = 'code' in cause ? cause.code : ''
  const status = 'statusCode' in cause ? cause.statusCode : undefined
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return error('frame-too-large')
  if (code === 'FST_ERR_BAD_URL' || code === 'FST_ERR_MAX_PARAM_LENGTH') {
    return error('bad-request', { field: 'path', problem: 'is no address that can be read' })
  }
  if (status === 429) return error('too-many-requests')
  if (status === 404) return error('not-found')
  if (status !== undefined && status >= 400 && status < 500) {
    return error('bad-request', { field: 'body', problem: 'is not what was expected' })
  }
  return error('internal')
}

const isCode = (code: string): code is ErrorCode => Object.hasOwn(errors, code)

/** A stored refusal, as HTTP tells it. */
export const problemOfAnswer = (answer: Extract<Answer, { ok: false }>): DomainError => ({
  code: isCode(answer.code) ? answer.code : 'internal',
  details: { seq: answer.seq, ...(typeof answer.details === 'object' ? answer.details : {}) },
})
