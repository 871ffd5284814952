// What the keys do, in words: for the help and for the learner.
import type { Language } from '@comanda/shared/model/text'

/** Of a station's screen and of the pass; what both have is named once. */
export type ActionName =
  | 'bump'
  | 'done'
  | 'start'
  | 'ticket'
  | 'rush'
  | 'press'
  | 'call'
  | 'fire'
  | 'recall-last'
  | 'previous-ticket'
  | 'next-ticket'
  | 'previous-line'
  | 'next-line'
  | 'previous-row'
  | 'next-row'
  | 'previous-page'
  | 'next-page'
  | 'first-page'
  | 'last-page'
  | 'all-day'
  | 'history'
  | 'notices'
  | 'counts'
  | 'menu'
  | 'mute'
  | 'help'
  | 'cancel'

export type ActionLabels = Readonly<Record<ActionName, string>> & { readonly slot: (number: number) => string }

export const actionLabels: Readonly<Record<Language, ActionLabels>> = {
  en: {
    bump: 'Bump the chosen ticket, else the oldest',
    done: 'Line done',
    start: 'Start the chosen ticket',
    ticket: 'More about the chosen ticket',
    rush: 'Rush what is chosen',
    press: 'Served, seen, or clear',
    call: 'Call the waiter',
    fire: 'Fire the next course',
    'recall-last': 'Take the last press back',
    'previous-ticket': 'Ticket before',
    'next-ticket': 'Next ticket',
    'previous-line': 'Line before',
    'next-line': 'Next line',
    'previous-row': 'Row before',
    'next-row': 'Next row',
    'previous-page': 'Page before',
    'next-page': 'Next page',
    'first-page': 'First page',
    'last-page': 'Last page',
    'all-day': 'All day',
    history: 'What was bumped',
    notices: 'Notices',
    counts: '86 and countdown',
    menu: 'Menu',
    mute: 'Sound on and off',
    help: 'Keys',
    cancel: 'Let go',
    slot: (number) => `Ticket ${number}`,
  },
  ru: {
    bump: 'Готов выбранный, иначе самый старый',
    done: 'Блюдо готово',
    start: 'Начать выбранный',
    ticket: 'Ещё о выбранном чеке',
    rush: 'Выбранное срочно',
    press: 'Подано, увидено или снять',
    call: 'Позвать официанта',
    fire: 'Пустить следующую подачу',
    'recall-last': 'Отменить последнее нажатие',
    'previous-ticket': 'Предыдущий чек',
    'next-ticket': 'Следующий чек',
    'previous-line': 'Блюдо выше',
    'next-line': 'Блюдо ниже',
    'previous-row': 'Строка выше',
    'next-row': 'Строка ниже',
    'previous-page': 'Страница назад',
    'next-page': 'Страница вперёд',
    'first-page': 'Первая страница',
    'last-page': 'Последняя страница',
    'all-day': 'Всего',
    history: 'Готовые',
    notices: 'Сообщения',
    counts: 'Стоп и остатки',
    menu: 'Меню',
    mute: 'Звук',
    help: 'Клавиши',
    cancel: 'Отпустить',
    slot: (number) => `Чек ${number}`,
  },
}
