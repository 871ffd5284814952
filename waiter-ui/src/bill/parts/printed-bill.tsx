// The bill as the browser prints it, in the restaurant's language; on the screen it is not seen. It says what it is not,
// and of which print it is (BILL-4).
import { amountOfPart } from '@comanda/shared/domain/bill-parts'
import type { VNode } from 'preact'
import { type Texts, texts } from '../../texts/texts.ts'
import { useWaiter } from '../../waiter.ts'
import { partWords, percent } from '../bill-words.ts'
import type { Paying } from '../use-paying.ts'
import type { Paper } from '../use-printing.ts'

const Pair = ({ name, value, strong }: { name: string; value: string; strong?: boolean }): VNode => (
  <div class={strong ? 'w-printed-pair w-printed-strong' : 'w-printed-pair'}>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

type PaperProps = { paying: Paying; paper: Paper }

export function PrintedBill({ paying, paper }: PaperProps): VNode | null {
  const { session } = useWaiter()
  const state = session.signals.state.value
  if (state === undefined) return null
  const { order, view } = paying
  const { settings, tables, people } = state.catalog
  const words = texts[settings.language]
  const table = order.tableId === undefined ? undefined : tables[order.tableId]
  const place = table === undefined ? (order.name ?? words.bill.order(order.number)) : words.home.table(table.name)
  const day = new Intl.DateTimeFormat(settings.locale, { dateStyle: 'short', timeZone: settings.zone })
  const now = session.now.peek()
  return (
    <section class="w-printed" aria-hidden="true" lang={settings.language}>
      <h1>{settings.name}</h1>
      <Numbered paying={paying} paper={paper} words={words.bill} />
      <p>
        {[place, `#${order.number}`, day.format(now), session.clock(now), people[order.waiterId]?.name ?? ''].join(
          ' · ',
        )}
      </p>
      <dl>
        {view.bill.lines.map(({ lineId, gross, discounts, comps }) => {
          const line = order.lines.find(({ id }) => id === lineId)
          const less = discounts + comps
          return line === undefined ? null : (
            <div key={lineId}>
              <Pair name={`${line.quantity} ${line.name[settings.language]}`} value={session.money(gross)} />
              {less > 0 && <Pair name="" value={session.money(-less)} />}
            </div>
          )
        })}
      </dl>
      <Totals paying={paying} paper={paper} />
      <p>{words.bill.notFiscal}</p>
    </section>
  )
}

/** Which print of the bill it is; what was printed without the server knows neither that nor whether it is the last word. */
function Numbered({ paying, paper, words }: PaperProps & { words: Texts['bill'] }): VNode | null {
  const { session } = useWaiter()
  const { number } = paper
  if (number === undefined)
    return (
      <div class="w-printed-strong">
        <p>{words.notFinal(session.clock(session.now.peek()))}</p>
        <p>{words.unnumbered(session.device.name)}</p>
        {(paying.order.billPrints ?? 0) > 0 && <p>{words.reprintUnnumbered}</p>}
      </div>
    )
  return number > 1 ? <p class="w-printed-strong">{words.reprint(number)}</p> : null
}

function Totals({ paying: { order, view }, paper }: PaperProps): VNode {
  const { session } = useWaiter()
  const words = texts[session.signals.state.peek()?.catalog.settings.language ?? 'en']
  const { bill } = view
  const { part } = paper
  const due = part === undefined ? undefined : amountOfPart(order, bill, part, undefined)
  return (
    <dl>
      {bill.service > 0 && (
        <Pair name={words.bill.service(percent(bill.serviceRate))} value={session.money(bill.service)} />
      )}
      {bill.taxes.map(({ rate, included, tax }) => (
        <Pair
          key={`${rate} ${included}`}
          name={(included ? words.bill.taxIncluded : words.bill.taxAdded)(percent(rate))}
          value={session.money(tax)}
        />
      ))}
      <Pair name={words.bill.total} value={session.money(bill.total)} strong />
      {bill.paid > 0 && <Pair name={words.bill.paidSum} value={session.money(bill.paid)} />}
      {bill.paid > 0 && bill.balance > 0 && <Pair name={words.bill.balance} value={session.money(bill.balance)} />}
      {part !== undefined && due?.ok === true && (
        <Pair name={partWords(part, words)} value={session.money(due.value.amount)} strong />
      )}
    </dl>
  )
}
