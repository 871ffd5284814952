// How the chosen part is paid: a card in one tap, cash with what was given and its change, a tip beside either.
import type { PaymentMethod } from '@comanda/shared/model/bill'
import { Button } from '@comanda/ui-kit/components/button'
import { Chip, ChipGroup } from '@comanda/ui-kit/components/chip'
import { Field } from '@comanda/ui-kit/components/field'
import { NumberPad } from '@comanda/ui-kit/components/number-pad'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useScene } from '../../asking/use-scene.ts'
import { LeavingButton } from '../../order/parts/course-head.tsx'
import { useTexts, useWaiter } from '../../waiter.ts'
import { pay } from '../bill-deeds.ts'
import { partWords, percent } from '../bill-words.ts'
import { amountTyped, type Choice, dueOf, nextChoice, partOf, usualCash } from '../paying-view.ts'
import type { Paying } from '../use-paying.ts'

export type PayPanelProps = { paying: Paying; choice: Choice; onChoose: (choice: Choice) => void }

type Due = NonNullable<ReturnType<typeof dueOf>>

export function PayPanel({ paying, choice, onChoose }: PayPanelProps): VNode {
  const scene = useScene()
  const { session, desk } = useWaiter()
  const { bill } = scene.texts
  const [cash, setCash] = useState(false)
  const [tip, setTip] = useState(0)
  const [reference, setReference] = useState('')
  const { order, view } = paying
  const due = dueOf(order, view, choice)
  const part = partOf(order, view, choice)
  const leaving = desk.leaving.value.filter(
    ({ wish }) => wish.type === 'payment.record' && wish.args.orderId === order.id,
  )
  const record = (method: PaymentMethod, tendered?: number) => {
    if (due === undefined) return
    const said = session.money(due.amount + tip)
    pay.run(scene, {
      order,
      ...due,
      method,
      tip,
      said,
      ...(tendered === undefined ? {} : { tendered }),
      ...(method === 'card' && reference !== '' ? { reference } : {}),
    })
    setCash(false)
    setTip(0)
    setReference('')
    onChoose(nextChoice(choice))
  }
  const why =
    due !== undefined
      ? undefined
      : view.onTheirWay.length > 0
        ? bill.underWay
        : part === undefined
          ? choice.mode === 'amount'
            ? bill.enterAmount
            : bill.choose
          : bill.nothing
  const cancels = leaving.map((one) => <LeavingButton key={one.id} leaving={one} />)
  return (
    <section class="w-pay" aria-label={part === undefined ? bill.balance : bill.pays(partWords(part, scene.texts))}>
      <header class="w-pay-head">
        <h2>{part === undefined ? bill.balance : partWords(part, scene.texts)}</h2>
        <output class="w-pay-due">{session.money(due?.amount ?? (part === undefined ? view.left : 0))}</output>
        {why !== undefined && <p class="k-muted">{why}</p>}
      </header>
      {cash && due !== undefined ? (
        <CashPad
          due={due}
          tip={tip}
          minorDigits={paying.minorDigits}
          onBack={() => setCash(false)}
          onCash={(given) => record('cash', given)}
        />
      ) : (
        <div class="k-stack">
          {/* Each part has buttons of its own: a second contact meant the one that was just paid. */}
          <div class="w-pay-ways" key={JSON.stringify(part)}>
            <Button
              label={bill.card}
              icon="card"
              tone="primary"
              size="xl"
              wide
              disabled={due === undefined}
              why={why}
              onPress={() => record('card')}
            >
              {due !== undefined && session.money(due.amount + tip)}
            </Button>
            <Button
              label={bill.cash}
              icon="coins"
              size="xl"
              wide
              disabled={due === undefined}
              onPress={() => setCash(true)}
            >
              {due !== undefined && session.money(due.amount + tip)}
            </Button>
          </div>
          {cancels}
          <TipChips due={due?.amount ?? 0} tip={tip} minorDigits={paying.minorDigits} onTip={setTip} />
          <details class="w-pay-more">
            <summary>{bill.otherWays}</summary>
            <div class="k-stack">
              <Field
                label={bill.reference}
                hint={bill.referenceHint}
                value={reference}
                maxLength={40}
                inputMode="numeric"
                onInput={setReference}
              />
              <Button label={bill.other} size="l" wide disabled={due === undefined} onPress={() => record('other')} />
            </div>
          </details>
        </div>
      )}
      {cash && due !== undefined && cancels}
    </section>
  )
}

const usualTips = [500, 1000, 1500]

type TipProps = { due: number; tip: number; minorDigits: number; onTip: (tip: number) => void }

function TipChips({ due, tip, minorDigits, onTip }: TipProps): VNode {
  const { session } = useWaiter()
  const { bill } = useTexts()
  const [typed, setTyped] = useState('')
  const [typing, setTyping] = useState(false)
  const offered = usualTips.map((rate) => ({ rate, amount: Math.round((due * rate) / 10_000) }))
  return (
    <div class="w-tips">
      <ChipGroup label={bill.tip} hint={tip > 0 ? session.money(tip) : undefined}>
        <Chip label={bill.noTip} selected={tip === 0 && !typing} onPress={() => onTip(0)} />
        {offered.map(({ rate, amount }) => (
          <Chip
            key={rate}
            label={percent(rate)}
            selected={amount > 0 && tip === amount}
            onPress={() => onTip(amount)}
          />
        ))}
        <Chip label={bill.tipElse} selected={typing} onPress={() => setTyping(!typing)} />
      </ChipGroup>
      {typing && (
        <Field
          label={bill.tipOther}
          value={typed}
          inputMode="decimal"
          onInput={(text) => {
            setTyped(text)
            onTip(amountTyped(text, minorDigits))
          }}
        />
      )}
    </div>
  )
}

/** A note has no cents. */
const withoutZeros = (money: string): string => money.replace(/[.,]0+(?=\D*$)/, '')

type CashProps = { due: Due; tip: number; minorDigits: number; onBack: () => void; onCash: (given: number) => void }

function CashPad({ due, tip, minorDigits, onBack, onCash }: CashProps): VNode {
  const { session } = useWaiter()
  const { bill } = useTexts()
  const [typed, setTyped] = useState('')
  const asked = due.amount + tip
  const given = typed === '' ? asked : amountTyped(typed, minorDigits)
  const change = given - asked
  return (
    <div class="k-stack w-cash">
      {tip > 0 && (
        <p class="w-sum">
          <span>{bill.withTip(session.money(due.amount), session.money(tip))}</span>
          <span>{session.money(asked)}</span>
        </p>
      )}
      <p class="w-sum w-sum-total">
        <span>{bill.given}</span>
        <span>{session.money(given)}</span>
      </p>
      <p class="w-sum" role="status">
        <span>{change < 0 ? bill.tooLittle : bill.change}</span>
        <strong>{session.money(Math.max(0, change))}</strong>
      </p>
      <div class="w-cash-notes">
        {usualCash(asked, minorDigits).map((note) => (
          <Chip
            key={note}
            label={withoutZeros(session.money(note))}
            selected={given === note}
            onPress={() => setTyped(String(note / 10 ** minorDigits))}
          />
        ))}
      </div>
      <NumberPad
        label={bill.given}
        value={typed}
        decimals={minorDigits}
        onInput={setTyped}
        onEnter={() => change >= 0 && onCash(given)}
      />
      <div class="k-row">
        <Button label={bill.card} icon="back" iconOnly size="xl" onPress={onBack} />
        <Button
          label={bill.recordCash}
          tone="primary"
          size="xl"
          wide
          disabled={change < 0}
          why={bill.tooLittle}
          onPress={() => onCash(given)}
        >
          {session.money(asked)}
        </Button>
      </div>
    </div>
  )
}
