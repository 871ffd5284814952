// The few words on the board, and of its settings.
import type { Language } from '@comanda/shared/model/text'

export type BoardTexts = {
  readonly title: string
  readonly preparing: string
  readonly ready: string
  readonly collect: string
  readonly empty: string
  readonly ask: string
  readonly asOf: (time: string) => string
  readonly page: (page: number, of: number) => string
  readonly more: (count: number) => string
  readonly settings: string
  readonly sound: string
  readonly soundOn: string
  readonly soundOff: string
  readonly soundHint: string
  readonly unreachable: { readonly message: string; readonly kept: string; readonly next: string }
}

const en: BoardTexts = {
  title: 'Order board',
  preparing: 'Preparing',
  ready: 'Ready',
  collect: 'Please collect at the counter',
  empty: 'No orders yet',
  ask: 'Please ask our staff',
  asOf: (time) => `This board is as of ${time}`,
  page: (page, of) => `Page ${page} of ${of}`,
  more: (count) => `+${count} more`,
  settings: 'Settings of this board',
  sound: 'Chime',
  soundOn: 'On',
  soundOff: 'Off',
  soundHint: 'A browser lets sound out only after a touch.',
  unreachable: {
    message: 'The server does not answer.',
    kept: 'No order is lost by that.',
    next: 'Look whether the server and the network are on, then try again.',
  },
}

const ru: BoardTexts = {
  title: 'Табло заказов',
  preparing: 'Готовится',
  ready: 'Готово',
  collect: 'Заберите, пожалуйста, у стойки',
  empty: 'Заказов пока нет',
  ask: 'Пожалуйста, спросите у персонала',
  asOf: (time) => `Данные на ${time}`,
  page: (page, of) => `Страница ${page} из ${of}`,
  more: (count) => `ещё ${count}`,
  settings: 'Настройки табло',
  sound: 'Сигнал',
  soundOn: 'Включён',
  soundOff: 'Выключен',
  soundHint: 'Браузер включает звук только после касания.',
  unreachable: {
    message: 'Сервер не отвечает.',
    kept: 'Заказы при этом не теряются.',
    next: 'Проверьте, включены ли сервер и сеть, и попробуйте ещё раз.',
  },
}

export const boardTexts: Readonly<Record<Language, BoardTexts>> = { en, ru }
