// What the launcher hands to the load: one paired tablet with a signed-in waiter per submitter, one paired kitchen screen
// per screen, and the manager's office.
import { z } from 'zod'

const devicesSchema = z.object({
  tablets: z.array(z.object({ token: z.string(), sid: z.string() })),
  screens: z.array(z.object({ token: z.string(), stationId: z.string() })),
  office: z.object({ token: z.string(), sid: z.string() }),
})

export type Devices = z.infer<typeof devicesSchema>

export const accessOf = (devices: Devices): Readonly<Record<string, string>> => ({ devices: JSON.stringify(devices) })

export const devicesIn = (access: Readonly<Record<string, string>>): Devices =>
  devicesSchema.parse(JSON.parse(access.devices ?? '{}'))
