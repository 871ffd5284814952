// A value of any schema with every optional part present, made by walking the schema itself: what it finds in a new event
// nobody has to remember to list. `variant` chooses among the options of each union, so all are seen in turn.
import type { z } from 'zod'

type Schema = z.core.$ZodType

export type Sampling = {
  variant: number
  /** A text for a schema that it knows by identity; undefined lets the walk go on. */
  textFor?: (schema: Schema) => string | undefined
}

const strings = ['sample-1', '2026-01-02', 'EUR', 'Europe/Madrid', 'en', '1']
const numbers = [1, 2, 5, 30, 60, 100, 1000, 0]

/** The options that the widest union in it offers. */
export const variantsOf = (schema: Schema): number => {
  const def = (schema as z.core.$ZodTypes)._zod.def
  switch (def.type) {
    case 'object':
      return Math.max(1, ...Object.values(def.shape).map(variantsOf))
    case 'array':
      return variantsOf(def.element)
    case 'optional':
    case 'nullable':
      return variantsOf(def.innerType)
    case 'union':
      return Math.max(def.options.length, ...def.options.map(variantsOf))
    case 'record':
      return variantsOf(def.valueType)
    default:
      return 1
  }
}

const fitting = (schema: Schema, candidates: readonly unknown[]): unknown => {
  const found = candidates.find((candidate) => (schema as z.ZodType).safeParse(candidate).success)
  if (found === undefined) throw new Error(`no sample fits ${JSON.stringify((schema as z.core.$ZodTypes)._zod.def)}`)
  return found
}

export const sampleOf = (schema: Schema, sampling: Sampling): unknown => {
  const text = sampling.textFor?.(schema)
  if (text !== undefined) return text
  const def = (schema as z.core.$ZodTypes)._zod.def
  switch (def.type) {
    case 'object':
      return Object.fromEntries(Object.entries(def.shape).map(([key, field]) => [key, sampleOf(field, sampling)]))
    case 'array':
      return [sampleOf(def.element, sampling)]
    case 'optional':
    case 'nullable':
      return sampleOf(def.innerType, sampling)
    case 'union': {
      const option = def.options[sampling.variant % def.options.length]
      if (option === undefined) throw new Error('a union without options')
      return sampleOf(option, sampling)
    }
    case 'record':
      return { [String(sampleOf(def.keyType, sampling))]: sampleOf(def.valueType, sampling) }
    case 'enum':
      return Object.values(def.entries)[0]
    case 'literal':
      return def.values[0]
    case 'boolean':
      return true
    case 'unknown':
      return { anything: 1 }
    case 'string':
      return fitting(schema, strings)
    case 'number':
      return fitting(schema, numbers)
    default:
      throw new Error(`no sample for ${def.type}`)
  }
}
