// How a command is written down: strictly, so that a misspelt argument is refused and never dropped.
import { z } from 'zod'

export const command = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, args: Shape) =>
  z.strictObject({ type: z.literal(type), args: z.strictObject(args) })
