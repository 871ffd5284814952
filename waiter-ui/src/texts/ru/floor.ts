import type { floor as English } from '../en/floor.ts'
import { pluralRu } from '../plural-ru.ts'

export const floor: typeof English = {
  title: 'Зал',
  map: 'План',
  list: 'Список',
  back: 'Мои столы',
  areas: 'Залы',
  seated: (seated, of) => `занято ${seated} из ${of}`,
  guests: (count) => `${count} ${pluralRu(count, 'гость', 'гостя', 'гостей')}`,
  table: (name) => `Стол ${name}`,
  isHere: (names) => `Здесь ${names}`,
  areHere: (names) => `Здесь ${names}`,
  notSent: (dishes) => `не отправлено ${dishes}`,
  mine: 'ваш',
  none: 'В этом зале столы не нарисованы.',
  key: 'Время — с последней смены состояния. Закрашенные места — гости.',
  columns: { table: 'Стол', stage: 'Состояние', time: 'Время', waiter: 'Официант', guests: 'Гости', need: 'Нужно' },
}
