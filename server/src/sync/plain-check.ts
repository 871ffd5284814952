// A schema as a yes or no, made once by walking it: a value from JSON.parse() that passes is exactly what parsing it would
// give, so nothing is copied. No means only that the schema itself must be asked, for the value or for what is wrong with it.
// A part of a schema that is not known here never passes.
import type { z } from 'zod'

export type PlainCheck = (value: unknown) => boolean

type Schema = z.core.$ZodType
type Def = z.core.$ZodTypes['_zod']['def']
type Refinement = z.core.$ZodChecks['_zod']['def']

const unknownHere: PlainCheck = () => false
const anything: PlainCheck = () => true

const defOf = (schema: Schema): Def => (schema as z.core.$ZodTypes)._zod.def

const both = (one: PlainCheck, other: PlainCheck): PlainCheck =>
  one === anything ? other : (value) => one(value) && other(value)

function lengthOf(value: unknown): number {
  return typeof value === 'string' || Array.isArray(value) ? value.length : Number.NaN
}

function refinementOf(refinement: Refinement): PlainCheck {
  switch (refinement.check) {
    case 'greater_than': {
      const { value: least, inclusive } = refinement
      return (value) => (inclusive ? Number(value) >= Number(least) : Number(value) > Number(least))
    }
    case 'less_than': {
      const { value: most, inclusive } = refinement
      return (value) => (inclusive ? Number(value) <= Number(most) : Number(value) < Number(most))
    }
    case 'min_length':
      return (value) => lengthOf(value) >= refinement.minimum
    case 'max_length':
      return (value) => lengthOf(value) <= refinement.maximum
    case 'string_format': {
      const { format, pattern } = refinement
      return format === 'regex' && pattern?.flags === '' ? (value) => pattern.test(String(value)) : unknownHere
    }
    case 'overwrite':
      // trimmed already: nothing would be written over it
      return (value) => refinement.tx(value) === value
    default:
      return unknownHere
  }
}

const refined = (base: PlainCheck, { checks = [] }: Def): PlainCheck =>
  checks.reduce<PlainCheck>((check, one) => both(check, refinementOf((one as z.core.$ZodChecks)._zod.def)), base)

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function objectCheck(shape: Readonly<Record<string, Schema>>): PlainCheck {
  const fields = new Map(Object.entries(shape).map(([name, schema]) => [name, plainCheck(schema)]))
  const required = Object.entries(shape).flatMap(([name, schema]) => (defOf(schema).type === 'optional' ? [] : [name]))
  return (value) => {
    if (!isObject(value)) return false
    for (const name in value) if (fields.get(name)?.(value[name]) !== true) return false
    for (const name of required) if (value[name] === undefined) return false
    return true
  }
}

/** Options told apart by one field, and options of which the first that fits is meant. */
function unionCheck(options: readonly Schema[], discriminator: string | undefined): PlainCheck {
  const checks = options.map(plainCheck)
  if (discriminator === undefined) return (value) => checks.some((check) => check(value))
  const byName = new Map<unknown, PlainCheck>()
  for (const [index, option] of options.entries()) {
    const def = defOf(option)
    const name = def.type === 'object' ? def.shape[discriminator] : undefined
    const named = name === undefined ? undefined : defOf(name)
    if (named?.type !== 'literal') return unknownHere
    for (const literal of named.values) byName.set(literal, checks[index] ?? unknownHere)
  }
  return (value) => isObject(value) && byName.get(value[discriminator])?.(value) === true
}

function recordCheck({ keyType, valueType }: Extract<Def, { type: 'record' }>): PlainCheck {
  const known = defOf(keyType).type === 'string' && !defOf(keyType).checks && defOf(valueType).type === 'unknown'
  if (!known) return unknownHere
  return (value) => isObject(value) && !Object.hasOwn(value, '__proto__') && !Object.hasOwn(value, 'constructor')
}

export function plainCheck(schema: Schema): PlainCheck {
  const def = defOf(schema)
  switch (def.type) {
    case 'string':
      return 'format' in def ? unknownHere : refined((value) => typeof value === 'string', def)
    case 'number':
      return 'format' in def && def.format === 'safeint' ? refined(Number.isSafeInteger, def) : unknownHere
    case 'boolean':
      return (value) => typeof value === 'boolean'
    case 'literal': {
      const values = new Set<unknown>(def.values)
      return (value) => values.has(value)
    }
    case 'enum': {
      const values = new Set<unknown>(Object.values(def.entries))
      return (value) => values.has(value)
    }
    case 'array': {
      const element = plainCheck(def.element)
      return refined((value) => Array.isArray(value) && value.every((one) => element(one)), def)
    }
    case 'optional':
      return plainCheck(def.innerType)
    case 'nullable': {
      const inner = plainCheck(def.innerType)
      return (value) => value === null || inner(value)
    }
    case 'object':
      return refined(objectCheck(def.shape), def)
    case 'union':
      return unionCheck(def.options, 'discriminator' in def ? String(def.discriminator) : undefined)
    case 'record':
      return refined(recordCheck(def), def)
    case 'unknown':
      return anything
    default:
      return unknownHere
  }
}
