import type { Language } from '@comanda/shared/model/text'

export type SetupTexts = {
  readonly title: string
  readonly role: string
  readonly station: string
  readonly expo: string
  readonly stations: string
  readonly several: string
  readonly diagonal: string
  readonly distance: string
  readonly metres: (metres: number) => string
  readonly sample: string
  readonly result: (px: number, columns: number, tickets: number) => string
  readonly chooseOne: string
  readonly done: string
}

const en: SetupTexts = {
  title: 'Set up this screen',
  role: 'It shows',
  station: 'A station',
  expo: 'The pass (expo)',
  stations: 'Stations',
  several: 'one or several',
  diagonal: 'Screen, inches across',
  distance: 'Read from',
  metres: (metres) => `${metres} m`,
  sample: '2 Sea bass',
  result: (px, columns, tickets) => `Letters of ${px} px, ${columns} columns, up to ${tickets} tickets a page`,
  chooseOne: 'Choose a station',
  done: 'Show the tickets',
}

const ru: SetupTexts = {
  title: 'Настройте этот экран',
  role: 'Показывает',
  station: 'Станцию',
  expo: 'Выдачу',
  stations: 'Станции',
  several: 'одну или несколько',
  diagonal: 'Экран, дюймов',
  distance: 'Читают с',
  metres: (metres) => `${String(metres).replace('.', ',')} м`,
  sample: '2 Сибас',
  result: (px, columns, tickets) => `Буквы ${px} px, столбцов: ${columns}, чеков на странице: до ${tickets}`,
  chooseOne: 'Выберите станцию',
  done: 'Показать чеки',
}

export const setupTexts: Readonly<Record<Language, SetupTexts>> = { en, ru }
