import type { Language } from '@comanda/shared/model/text'

export type ExpoTexts = {
  readonly title: string
  readonly table: string
  readonly next: string
  readonly stationsReady: string
  readonly ready: (count: number) => string
  readonly readyFlag: string
  readonly waiting: (done: number, all: number) => string
  readonly cooking: (done: number, all: number) => string
  readonly readyFor: (age: string) => string
  readonly voidOpen: string
  readonly fire: (course: string) => string
  readonly items: (count: number) => string
  readonly of: (done: number, all: number) => string
  readonly call: string
  readonly called: (age: string) => string
  readonly takenBy: (name: string) => string
  readonly served: string
  readonly handOut: string
  readonly clearAnyway: string
  readonly seeAllergy: string
  readonly noneOfThese: string
  readonly seen: string
  readonly empty: string
  readonly firing: (course: string) => string
  readonly serving: (where: string) => string
  readonly toPrint: string
  readonly newFlag: string
  readonly changedFlag: string
  readonly more: (where: string) => string
  readonly backTo: (station: string) => string
}

const en: ExpoTexts = {
  title: 'EXPO',
  table: 'Table',
  next: 'Next course',
  stationsReady: 'Stations ready',
  ready: (count) => `${count} ready`,
  readyFlag: 'READY',
  waiting: (done, all) => `${done} of ${all}`,
  cooking: (done, all) => (all === 0 ? 'cooking' : `cooking ${done}/${all}`),
  readyFor: (age) => `ready ${age}`,
  voidOpen: 'VOID, verdict open',
  fire: (course) => `FIRE ${course}`,
  items: (count) => (count === 1 ? '1 item' : `${count} items`),
  of: (done, all) => `${done} of ${all}`,
  call: 'CALL WAITER',
  called: (age) => `called ${age}`,
  takenBy: (name) => `${name} comes`,
  served: 'SERVED',
  handOut: 'HAND OUT',
  clearAnyway: 'CLEAR ANYWAY?',
  seeAllergy: 'SEE ALLERGY',
  noneOfThese: 'in none of these dishes',
  seen: 'Seen',
  empty: 'Nothing at the pass',
  firing: (course) => `FIRING ${course}`,
  serving: (where) => `Serving ${where}`,
  toPrint: 'not printed yet',
  newFlag: 'NEW',
  changedFlag: 'CHANGED',
  more: (where) => `${where}: more`,
  backTo: (station) => `Back to ${station}`,
}

const ru: ExpoTexts = {
  title: 'ВЫДАЧА',
  table: 'Стол',
  next: 'Далее',
  stationsReady: 'Готово станций',
  ready: (count) => `${count} готово`,
  readyFlag: 'ГОТОВО',
  waiting: (done, all) => `${done} из ${all}`,
  cooking: (done, all) => (all === 0 ? 'готовят' : `готовят ${done}/${all}`),
  readyFor: (age) => `готово ${age}`,
  voidOpen: 'ОТМЕНА, нет ответа',
  fire: (course) => `ПУСК ${course}`,
  items: (count) => `блюд: ${count}`,
  of: (done, all) => `${done} из ${all}`,
  call: 'ПОЗВАТЬ',
  called: (age) => `позвали ${age}`,
  takenBy: (name) => `${name} идёт`,
  served: 'ПОДАНО',
  handOut: 'ВЫДАНО',
  clearAnyway: 'ВСЁ РАВНО?',
  seeAllergy: 'АЛЛЕРГИЯ!',
  noneOfThese: 'в этих блюдах нет',
  seen: 'Вижу',
  empty: 'На выдаче пусто',
  firing: (course) => `ПУСК ${course}`,
  serving: (where) => `Подаётся ${where}`,
  toPrint: 'ещё не напечатан',
  newFlag: 'НОВЫЙ',
  changedFlag: 'ИЗМЕНЁН',
  more: (where) => `${where}: ещё`,
  backTo: (station) => `Вернуть: ${station}`,
}

export const expoTexts: Readonly<Record<Language, ExpoTexts>> = { en, ru }
