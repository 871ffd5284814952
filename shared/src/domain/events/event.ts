// How an event is written down: its type, and what was decided.
import { z } from 'zod'

export const event = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), ...shape })
