// What the bill comes to, and every payment towards it.
import type { VNode } from 'preact'
import { useTexts, useWaiter } from '../../waiter.ts'
import { partWords, percent } from '../bill-words.ts'
import type { Paying } from '../use-paying.ts'

export function Sums({ paying }: { paying: Paying }): VNode {
  const { session } = useWaiter()
  const { bill: words } = useTexts()
  const { bill } = paying.view
  const rows: [string, number][] = [
    ...(bill.discounts + bill.comps + bill.service === 0 ? [] : [[words.gross, bill.gross] as [string, number]]),
    ...(bill.discounts === 0 ? [] : [[words.discounts, -bill.discounts] as [string, number]]),
    ...(bill.comps === 0 ? [] : [[words.comps, -bill.comps] as [string, number]]),
    ...(bill.service === 0 ? [] : [[words.service(percent(bill.serviceRate)), bill.service] as [string, number]]),
    ...bill.taxes
      .filter(({ included }) => !included)
      .map(({ rate, tax }): [string, number] => [words.taxAdded(percent(rate)), tax]),
  ]
  return (
    <dl class="w-sums">
      {rows.map(([name, amount]) => (
        <div key={name} class="w-sum">
          <dt>{name}</dt>
          <dd>{session.money(amount)}</dd>
        </div>
      ))}
      <div class="w-sum w-sum-total">
        <dt>{words.total}</dt>
        <dd>{session.money(bill.total)}</dd>
      </div>
      {bill.taxes
        .filter(({ included, tax }) => included && tax !== 0)
        .map(({ rate, tax }) => (
          <div key={rate} class="w-sum k-muted">
            <dt>{words.taxIncluded(percent(rate))}</dt>
            <dd>{session.money(tax)}</dd>
          </div>
        ))}
      <Payments paying={paying} />
      {bill.paid !== 0 && (
        <div class="w-sum w-sum-total">
          <dt>{bill.balance < 0 ? words.back2guest : words.balance}</dt>
          <dd>{session.money(Math.abs(bill.balance))}</dd>
        </div>
      )}
    </dl>
  )
}

function Payments({ paying: { order } }: { paying: Paying }): VNode {
  const { session } = useWaiter()
  const texts = useTexts()
  const { bill } = texts
  const nameOf = (id: string) => session.people.value.find((one) => one.id === id)?.name ?? id
  return (
    <>
      {(order.payments ?? []).map((payment) => {
        const back = payment.refunds.reduce((sum, { amount }) => sum + amount, 0)
        const details = [
          bill.methods[payment.method],
          ...(payment.reference === undefined ? [] : [payment.reference]),
          ...(payment.tip === 0 ? [] : [bill.tipOf(session.money(payment.tip))]),
          ...(back === 0 ? [] : [bill.refunded(session.money(back))]),
          bill.takenBy(nameOf(payment.by), session.clock(payment.at)),
        ]
        return (
          <div key={payment.id} class="w-sum w-sum-paid">
            <dt>
              {partWords(payment.part, texts)}
              <small>{details.join(' · ')}</small>
            </dt>
            <dd>−{session.money(payment.amount - back)}</dd>
          </div>
        )
      })}
    </>
  )
}
