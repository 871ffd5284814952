// What a person at the terminal needs to begin: where the pages are, and who may sign in how.
import { pins } from '../restaurant/staff.ts'

type Person = { readonly id: string; readonly name: string; readonly roles: readonly string[] }

export type Announced = {
  readonly restaurant: string
  readonly url: string
  readonly file: string
  readonly people: readonly Person[]
}

const screens = [
  ['/', 'the start page: which screens there are, and how the server is'],
  ['/healthz', 'is it alive'],
  ['/readyz', 'can it save orders'],
  ['/metrics', 'figures for Prometheus'],
] as const

export function announcement({ restaurant, url, file, people }: Announced): readonly string[] {
  return [
    `${restaurant} is open on ${url}`,
    '',
    ...screens.map(([path, about]) => `  ${`${url}${path}`.padEnd(32)} ${about}`),
    '',
    'Who works there, and the PIN to sign in with:',
    ...people.map(({ id, name, roles }) => `  ${pins[id] ?? '----'}  ${name.padEnd(8)} ${roles.join(', ')}`),
    '',
    `Its log is ${file}. Ctrl-C stops it; nothing is lost.`,
  ]
}
