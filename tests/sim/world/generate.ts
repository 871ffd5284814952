// A plan from a seed: who is on shift, and an evening of taps with faults strewn in.
import { type SeededRandom, seededRandom } from '../../harness/seeded-random.ts'
import type { DevicePlan, Plan, Step } from './plan.ts'

const crew: readonly DevicePlan[] = [
  { kind: 'tablet', room: 'floor', stations: [], staff: 'ana' },
  { kind: 'kitchen', room: 'kitchen', stations: ['grill', 'cold'], staff: 'carla' },
  { kind: 'front', room: 'front', stations: [], staff: 'fay' },
  { kind: 'tablet', room: 'floor', stations: [], staff: 'boris' },
  { kind: 'kitchen', room: 'kitchen', stations: ['bar', 'dessert'], staff: 'carla' },
  { kind: 'office', room: 'office', stations: [], staff: 'mo' },
  { kind: 'kitchen', room: 'kitchen', stations: [], staff: 'erik' },
]

/** How often each fault comes, for one tap. */
export type Weather = Partial<Record<Exclude<Step['do'], 'act'>, number>>

export const weathers = {
  calm: { publish: 0.02 },
  network: { cut: 0.12, blackhole: 0.05, slow: 0.04, 'screen-off': 0.02 },
  crashes: { 'kill-client': 0.1, 'kill-server': 0.07, cut: 0.05, snapshot: 0.05, 'stop-server': 0.02 },
  disk: { 'disk-unavailable': 0.05, 'outcome-unknown': 0.05, 'kill-server': 0.03, cut: 0.04, 'full-storage': 0.04 },
  clocks: { 'server-clock': 0.06, 'device-clock': 0.05, 'kill-server': 0.03, cut: 0.04, snapshot: 0.03 },
  storage: { 'lose-storage': 0.04, 'set-back-storage': 0.05, 'kill-client': 0.06, cut: 0.05, 'full-storage': 0.03 },
  everything: {
    cut: 0.06,
    blackhole: 0.03,
    slow: 0.02,
    'screen-off': 0.03,
    'kill-client': 0.05,
    'lose-storage': 0.01,
    'set-back-storage': 0.01,
    'full-storage': 0.01,
    'kill-server': 0.04,
    'stop-server': 0.01,
    'disk-unavailable': 0.02,
    'outcome-unknown': 0.02,
    'server-clock': 0.02,
    'device-clock': 0.02,
    snapshot: 0.03,
    publish: 0.02,
  },
} as const satisfies Record<string, Weather>

export type WeatherName = keyof typeof weathers

type Place = { at: number; random: SeededRandom; devices: number; nodes: number }

const makers: { readonly [Kind in Exclude<Step['do'], 'act'>]: (place: Place) => Step } = {
  cut: ({ at, random, devices }) => ({ do: 'cut', at, device: random.integer(0, devices - 1) }),
  blackhole: ({ at, random, devices }) => ({
    do: 'blackhole',
    at,
    device: random.integer(0, devices - 1),
    for: random.integer(500, 40_000),
  }),
  slow: ({ at, random, devices }) => ({
    do: 'slow',
    at,
    device: random.integer(0, devices - 1),
    by: random.integer(50, 3_000),
    for: random.integer(1_000, 20_000),
  }),
  'screen-off': ({ at, random, devices }) => ({
    do: 'screen-off',
    at,
    device: random.integer(0, devices - 1),
    for: random.integer(5_000, 60_000),
  }),
  'kill-client': ({ at, random, devices }) => ({
    do: 'kill-client',
    at,
    device: random.integer(0, devices - 1),
    steps: random.integer(0, 8),
    down: random.integer(100, 12_000),
  }),
  'lose-storage': ({ at, random, devices }) => ({
    do: 'lose-storage',
    at,
    device: random.integer(0, devices - 1),
    down: random.integer(100, 4_000),
  }),
  'set-back-storage': ({ at, random, devices }) => ({
    do: 'set-back-storage',
    at,
    device: random.integer(0, devices - 1),
    writes: random.integer(1, 5),
    down: random.integer(100, 4_000),
  }),
  'full-storage': ({ at, random, devices }) => ({ do: 'full-storage', at, device: random.integer(0, devices - 1) }),
  'kill-server': ({ at, random, nodes }) => ({
    do: 'kill-server',
    at,
    node: random.integer(0, nodes - 1),
    steps: random.integer(0, 14),
    down: random.integer(100, 8_000),
  }),
  'stop-server': ({ at, random, nodes }) => ({
    do: 'stop-server',
    at,
    node: random.integer(0, nodes - 1),
    down: random.integer(100, 4_000),
  }),
  'disk-unavailable': ({ at, random }) => ({
    do: 'disk-unavailable',
    at,
    reason: random.pick(['full', 'readonly', 'busy'] as const),
    for: random.integer(50, 15_000),
  }),
  'outcome-unknown': ({ at, random, nodes }) => ({
    do: 'outcome-unknown',
    at,
    node: random.integer(0, nodes - 1),
    written: random.chance(0.5),
  }),
  'server-clock': ({ at, random, nodes }) => ({
    do: 'server-clock',
    at,
    node: random.integer(0, nodes - 1),
    by: random.pick([-3_600_000, -90_000, -5_000, -700, 700, 5_000, 180_000, 3_600_000, 36_000_000]),
  }),
  'device-clock': ({ at, random, devices }) => ({
    do: 'device-clock',
    at,
    device: random.integer(0, devices - 1),
    by: random.pick([-86_400_000, -600_000, 600_000, 7_200_000]),
  }),
  snapshot: ({ at, random, nodes }) => ({ do: 'snapshot', at, node: random.integer(0, nodes - 1) }),
  publish: ({ at, random, nodes }) => ({
    do: 'publish',
    at,
    node: random.integer(0, nodes - 1),
    salt: random.integer(0, 1_000_000),
  }),
}

export function generatePlan(seed: string, weather: Weather, taps: number, nodes: number): Plan {
  const random = seededRandom(seed).branch('plan')
  const devices = crew.slice(0, random.integer(4, crew.length))
  const kinds = Object.entries(weather) as [keyof typeof makers, number][]
  const steps: Step[] = []
  let at = 0
  for (let tap = 0; tap < taps; tap += 1) {
    at += random.chance(0.25) ? random.integer(0, 30) : random.integer(50, 2_500)
    steps.push({ do: 'act', at, device: random.integer(0, devices.length - 1), salt: tap })
    for (const [kind, chance] of kinds) {
      if (random.chance(chance)) steps.push(makers[kind]({ at, random, devices: devices.length, nodes }))
    }
  }
  return { seed, nodes, devices, steps }
}
