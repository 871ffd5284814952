import { House } from '@comanda/shared/domain/testing/house'
import type { StaffId } from '@comanda/shared/model/ids'
import { expect, test } from 'vitest'
import type { Scene } from '../asking/deed.ts'
import { texts } from '../texts/texts.ts'
import { accept, decline } from './alert-deeds.ts'
import { alertsFor } from './alert-list.ts'
import { alertWords, spokenLeadOf } from './alert-words.ts'

function asked(message: string) {
  const house = new House()
  const orderId = house.send('ana', 't1', 'soup')
  house.do('carla', 'ask.raise', { orderId, lineId: house.line(orderId, 'soup').id, message, substitutes: [] })
  const [alert] = alertsFor(house.state, 'ana' as StaffId, house.now)
  if (alert?.kind !== 'kitchen-asks') throw new Error('nobody asks')
  const scene = { texts: texts.en } as Scene
  const { title } = alertWords(alert, { texts: texts.en, state: house.state, pick: ({ en }) => en })
  return {
    lead: spokenLeadOf(alert, house.state, texts.en),
    title,
    answers: [accept, decline].map((deed) =>
      typeof deed.label === 'string' ? deed.label : deed.label(scene, { alert }),
    ),
  }
}

test.each([
  ['sold-out', 'None left: 1 soup', ['Yes', 'No']],
  ['long-wait', 'Takes longer: 1 soup', ['They wait', 'They do not wait']],
  ['come-to-pass', 'Come to the pass: 1 soup', ['I come', 'I cannot come now']],
  ['how-exactly', 'How exactly: 1 soup?', ['Told the kitchen', 'Ask me again']],
  ['without onions?', 'The kitchen asks: 1 soup', ['Yes', 'No']],
])(
  '[KDS-17] a cook who asks "%s" is headed by what is asked, and answered in its own words',
  (message, title, answers) => {
    expect(asked(message)).toMatchObject({ title, answers })
  },
)

test('[KDS-13] a strip names the table, so that its number is read for no count', () => {
  expect(asked('sold-out').lead).toBe('Table 1')
})
