// How deep a body may lie within itself: far deeper than any command or catalog, far too shallow to exhaust a stack.

import type { FastifyInstance } from 'fastify'
import { ApiError } from './api-error.ts'

const deepest = 32

const partsOf = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : []

/** Level by level: what counts the depth must not recurse itself. */
function isDeeper(value: unknown, levels: number): boolean {
  let level = partsOf(value)
  for (let left = levels; level.length > 0; left -= 1) {
    if (left === 0) return true
    level = level.flatMap(partsOf)
  }
  return false
}

/** The field of the body that is nested too deep. */
function deepField(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  return Object.entries(body).find(([, value]) => isDeeper(value, deepest))?.[0]
}

/** Of every route, as soon as the body is parsed. */
export function limitNesting(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ body }) => {
    const field = deepField(body)
    if (field !== undefined) throw new ApiError('bad-request', { field, problem: 'nested too deep' })
  })
}
