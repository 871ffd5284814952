// The words of what opens over the rail.

import type { AskPreset } from '@comanda/shared/domain/ask-presets'
import type { PrinterProblem } from '@comanda/shared/model/floor'
import type { Language } from '@comanda/shared/model/text'

export type DialogTexts = {
  readonly recall: string
  readonly recallEmpty: string
  readonly dishes: (count: number) => string
  readonly keys: string
  readonly digitsBump: string
  readonly menu: string
  readonly counts: string
  readonly countsFind: string
  readonly soldOut: string
  readonly onSale: string
  readonly uncounted: string
  readonly setCount: string
  readonly countIt: string
  readonly askAbout: (dish: string) => string
  readonly setTo: (left: number) => string
  readonly switchTo: (from: string, to: string) => string
  readonly switchBack: (from: string) => string
  readonly switching: string
  readonly peakOn: string
  readonly peakOff: string
  readonly setup: string
  readonly signOut: string
  readonly unsent: (count: number) => string
  readonly unreachable: string
  readonly language: string
  readonly theme: string
  readonly start: string
  readonly started: string
  readonly rush: string
  readonly unrush: string
  readonly claim: (station: string) => string
  readonly lineTitle: string
  readonly ask: string
  readonly askInstead: (dish: string) => string
  readonly askPresets: Readonly<Record<Exclude<AskPreset, 'sold-out'>, string>>
  readonly eightySix: string
  readonly back: string
  readonly asksSent: string
  /** Of a dish that ran out. */
  readonly unstarted: (dish: string) => string
  readonly noneUnstarted: string
  readonly unstartedAs: Readonly<Record<'held' | 'fired', string>>
  readonly askTheirWaiters: (lines: number) => string
  readonly pinned: string
  readonly notPinned: string
  readonly notices: string
  readonly noNotices: string
  readonly silent: (stations: string, tickets: number) => string
  readonly silentWhat: string
  readonly silentAtPass: string
  readonly takeHere: (station: string) => string
  readonly printerProblems: Readonly<Record<PrinterProblem, string>>
  readonly printerSince: (at: string, waiting: number) => string
  readonly close: string
}

const en: DialogTexts = {
  recall: 'Recall',
  recallEmpty: 'Nothing was bumped in the last 90 minutes.',
  dishes: (count) => (count === 1 ? '1 dish' : `${count} dishes`),
  keys: 'Keys and bump bar',
  digitsBump: 'A digit bumps at once',
  menu: 'This screen',
  counts: '86 and countdown',
  countsFind: 'Find a dish',
  soldOut: '86',
  onSale: 'Back on sale',
  uncounted: 'Not counted',
  setCount: 'Left',
  countIt: 'Count',
  askAbout: (dish) => `About ${dish}`,
  setTo: (left) => `Set to ${left}`,
  switchTo: (from, to) => `${from} to ${to}`,
  switchBack: (from) => `${from} back`,
  switching: 'Switch a station',
  peakOn: 'Peak on: targets x 1.3',
  peakOff: 'Peak off',
  setup: 'Stations and type size',
  signOut: 'Sign out',
  unsent: (count) => `${count} not sent yet`,
  unreachable: 'The server cannot be reached now',
  language: 'Language',
  theme: 'Light or dark',
  start: 'Start',
  started: 'Started',
  rush: 'Rush',
  unrush: 'No rush',
  claim: (station) => `Take to ${station}`,
  lineTitle: 'Dishes',
  ask: 'Ask the waiter',
  askInstead: (dish) => `${dish} instead?`,
  askPresets: {
    'long-wait': 'Takes longer',
    'come-to-pass': 'Please come to the pass',
    'how-exactly': 'How exactly?',
  },
  eightySix: '86 this dish',
  back: 'Back',
  asksSent: 'The waiter is asked',
  unstarted: (dish) => `86 ${dish}: sent and not started`,
  noneUnstarted: 'Nobody waits for it.',
  unstartedAs: { held: 'held', fired: 'fired' },
  askTheirWaiters: (lines) => (lines === 1 ? 'Ask its waiter' : `Ask their waiters (${lines})`),
  pinned: 'Kept tomorrow',
  notPinned: 'Until tonight',
  notices: 'Notices',
  noNotices: 'There is nothing to tell.',
  silent: (stations, tickets) =>
    `No answer from ${stations}: ${tickets} ${tickets === 1 ? 'ticket' : 'tickets'} unseen`,
  silentWhat: 'Nobody there has them in sight. Call over, or cook them here.',
  silentAtPass: 'Nobody there has them in sight. Call over.',
  takeHere: (station) => `Take to ${station}`,
  printerProblems: {
    unreachable: 'the printer does not answer',
    'paper-out': 'no paper',
    'cover-open': 'the cover is open',
    offline: 'the printer is offline',
  },
  printerSince: (at, waiting) => `Since ${at}. ${waiting} waiting; they print by themselves once it is well.`,
  close: 'Close',
}

const ru: DialogTexts = {
  recall: 'Вернуть чек',
  recallEmpty: 'За последние 90 минут готовых нет.',
  dishes: (count) => `блюд: ${count}`,
  keys: 'Клавиши и панель',
  digitsBump: 'Цифра сразу отмечает готовым',
  menu: 'Этот экран',
  counts: 'Стоп и остатки',
  countsFind: 'Найти блюдо',
  soldOut: 'Стоп',
  onSale: 'Снова в продаже',
  uncounted: 'Без счёта',
  setCount: 'Осталось',
  countIt: 'Считать',
  askAbout: (dish) => `О блюде ${dish}`,
  setTo: (left) => `Поставить ${left}`,
  switchTo: (from, to) => `${from} → ${to}`,
  switchBack: (from) => `Вернуть: ${from}`,
  switching: 'Переключить станцию',
  peakOn: 'Пик: время × 1,3',
  peakOff: 'Пик выключить',
  setup: 'Станции и размер букв',
  signOut: 'Выйти',
  unsent: (count) => `Не передано: ${count}`,
  unreachable: 'Сервер сейчас недоступен',
  language: 'Язык',
  theme: 'Светлая или тёмная',
  start: 'Начать',
  started: 'Начат',
  rush: 'Срочно',
  unrush: 'Не срочно',
  claim: (station) => `Забрать: ${station}`,
  lineTitle: 'Блюда',
  ask: 'Спросить официанта',
  askInstead: (dish) => `Вместо него ${dish}?`,
  askPresets: {
    'long-wait': 'Будет дольше',
    'come-to-pass': 'Подойдите на выдачу',
    'how-exactly': 'Как именно?',
  },
  eightySix: 'Блюдо в стоп',
  back: 'Назад',
  asksSent: 'Официанта спросили',
  unstarted: (dish) => `Стоп ${dish}: отправлено и не начато`,
  noneUnstarted: 'Его никто не ждёт.',
  unstartedAs: { held: 'ждёт', fired: 'пущено' },
  askTheirWaiters: (lines) => (lines === 1 ? 'Спросить официанта' : `Спросить официантов (${lines})`),
  pinned: 'И завтра',
  notPinned: 'До ночи',
  notices: 'Сообщения',
  noNotices: 'Сообщать не о чем.',
  silent: (stations, tickets) => `Нет ответа (${stations}). Чеков, которые никто не видел: ${tickets}`,
  silentWhat: 'Там их никто не видит. Позовите или готовьте здесь.',
  silentAtPass: 'Там их никто не видит. Позовите.',
  takeHere: (station) => `Взять: ${station}`,
  printerProblems: {
    unreachable: 'принтер не отвечает',
    'paper-out': 'нет бумаги',
    'cover-open': 'открыта крышка',
    offline: 'принтер не готов',
  },
  printerSince: (at, waiting) => `С ${at}. Ждут печати: ${waiting}; напечатаются сами, когда принтер заработает.`,
  close: 'Закрыть',
}

export const dialogTexts: Readonly<Record<Language, DialogTexts>> = { en, ru }
