// What a person at the terminal needs to begin: where the pages are, and who may sign in how.
import { pins } from '../restaurant/staff.ts'

type Person = { readonly id: string; readonly name: string; readonly roles: readonly string[] }

export type Announced = {
  readonly restaurant: string
  readonly url: string
  readonly file: string
  readonly people: readonly Person[]
  /** The screens that are built, by their path. */
  readonly built: ReadonlyMap<string, string>
}

type Line = readonly [path: string, about: string]

const screens: readonly Line[] = [
  ['/waiter', "the waiter's tablet"],
  ['/kitchen', 'the kitchen: a station, or the pass'],
  ['/front', 'the front terminal'],
  ['/office', 'the office'],
  ['/board', 'the board for guests'],
]

const pages = [
  ['/', 'the start page: which screens there are, and how the server is'],
  ['/healthz', 'is it alive'],
  ['/readyz', 'can it save orders'],
  ['/metrics', 'figures for Prometheus'],
] as const

export function announcement({ restaurant, url, file, people, built }: Announced): readonly string[] {
  const line = ([path, about]: Line): string => `  ${`${url}${path}`.padEnd(32)} ${about}`
  return [
    `${restaurant} is open on ${url}`,
    '',
    ...pages.slice(0, 1).map(line),
    ...screens.filter(([path]) => built.has(path)).map(([path, about]) => line([`${path}/`, about])),
    ...pages.slice(1).map(line),
    '',
    'Who works there, and the PIN to sign in with:',
    ...people.map(({ id, name, roles }) => `  ${pins[id] ?? '----'}  ${name.padEnd(8)} ${roles.join(', ')}`),
    '',
    `Its log is ${file}. Ctrl-C stops it; nothing is lost.`,
  ]
}
