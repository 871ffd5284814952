// The command line: --only throughput,rush  --rounds N  --quick  --systems floor,naive
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { kinds } from './launch/kinds.ts'

const words = z.string().transform((text) => text.split(','))

const optionsSchema = z.object({
  only: words.optional(),
  systems: words.pipe(z.array(z.enum(kinds))).optional(),
  rounds: z.coerce.number().int().min(1).max(50).optional(),
  quick: z.boolean().default(false),
})

export type Options = z.infer<typeof optionsSchema>

export function readOptions(args: readonly string[], known: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      systems: { type: 'string' },
      rounds: { type: 'string' },
      quick: { type: 'boolean' },
    },
  })
  const options = optionsSchema.parse(values)
  const unknown = options.only?.filter((name) => !known.includes(name)) ?? []
  if (unknown.length > 0) throw new Error(`no scenario is called ${unknown.join(', ')}; there are ${known.join(', ')}`)
  return options
}
