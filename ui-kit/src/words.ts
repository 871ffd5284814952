// The few words the kit says by itself, in the languages of the screens. A screen provides its language once.
import { createContext } from 'preact'

export type KitWords = {
  readonly close: string
  readonly erase: string
  readonly clear: string
  readonly enter: string
  readonly less: string
  readonly more: string
  readonly busy: string
  readonly keys: string
  readonly noKey: string
  readonly pressKey: string
  readonly change: string
  readonly shipped: string
  readonly taken: (names: string) => string
}

export const wordsEn: KitWords = {
  close: 'Close',
  erase: 'Delete last',
  clear: 'Clear',
  enter: 'Enter',
  less: 'Less',
  more: 'More',
  busy: 'Working',
  keys: 'Keys',
  noKey: 'no key',
  pressKey: 'Press the key now, Esc to cancel',
  change: 'Change',
  shipped: 'As shipped',
  taken: (names) => `Taken from: ${names}`,
}

export const wordsRu: KitWords = {
  close: 'Закрыть',
  erase: 'Стереть последнюю',
  clear: 'Очистить',
  enter: 'Ввод',
  less: 'Меньше',
  more: 'Больше',
  busy: 'Выполняется',
  keys: 'Клавиши',
  noKey: 'нет клавиши',
  pressKey: 'Нажмите клавишу, Esc — отмена',
  change: 'Изменить',
  shipped: 'Как было',
  taken: (names) => `Забрано у: ${names}`,
}

export const Words = createContext<KitWords>(wordsEn)
