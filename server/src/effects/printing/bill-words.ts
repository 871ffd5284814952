// The words on a bill, in the restaurant's language.
import type { BillPart, Payment } from '@comanda/shared/model/bill'
import type { OrderType } from '@comanda/shared/model/order'
import type { Language } from '@comanda/shared/model/text'

export type BillWords = {
  readonly types: Readonly<Record<OrderType, string>>
  readonly table: string
  readonly covers: string
  readonly reprint: (number: number) => string
  readonly service: string
  readonly tax: string
  readonly including: string
  readonly plus: string
  readonly total: string
  readonly paid: string
  readonly left: string
  readonly methods: Readonly<Record<Payment['method'], string>>
  readonly part: (part: BillPart) => string
  readonly notFiscal: string
  readonly thanks: string
}

const en: BillWords = {
  types: { 'dine-in': 'Dine-in', takeaway: 'Takeaway', 'bar-tab': 'Bar tab' },
  table: 'Table',
  covers: 'guests',
  reprint: (number) => ` REPRINT, No. ${number} `,
  service: 'Service',
  tax: 'tax',
  including: 'Incl.',
  plus: 'Plus',
  total: 'TOTAL',
  paid: 'Paid',
  left: 'To pay',
  methods: { cash: 'cash', card: 'card', other: 'other' },
  part: (part) =>
    part.kind === 'seat'
      ? `Seat ${part.seat}`
      : part.kind === 'equal'
        ? `Part ${part.index} of ${part.of}`
        : 'This part',
  notFiscal: 'Not a fiscal receipt',
  thanks: 'Thank you',
}

const ru: BillWords = {
  types: { 'dine-in': 'В зале', takeaway: 'С собой', 'bar-tab': 'Счёт бара' },
  table: 'Стол',
  covers: 'гостей',
  reprint: (number) => ` ПОВТОРНО, № ${number} `,
  service: 'Обслуживание',
  tax: 'налог',
  including: 'В т. ч.',
  plus: 'Плюс',
  total: 'ИТОГО',
  paid: 'Оплачено',
  left: 'К оплате',
  methods: { cash: 'наличные', card: 'карта', other: 'другое' },
  part: (part) =>
    part.kind === 'seat'
      ? `Место ${part.seat}`
      : part.kind === 'equal'
        ? `Часть ${part.index} из ${part.of}`
        : 'Эта часть',
  notFiscal: 'Не является фискальным чеком',
  thanks: 'Спасибо!',
}

export const billWords: Readonly<Record<Language, BillWords>> = { en, ru }
