// The end of a row: an allergy to see, how many stations are ready, or what is ready going out. Served can be taken back for
// three seconds, where it was pressed.
import { secondsLeft } from '@comanda/app-shell/leaving'
import { ageText } from '@comanda/ui-kit/components/age'
import { Icon } from '@comanda/ui-kit/icons/icon'
import { useComputed } from '@preact/signals'
import { expoTexts } from './expo-texts.ts'
import { type Pass, servingOf } from './pass.ts'
import type { PassRow } from './pass-rows.ts'

type StubProps = { readonly pass: Pass; readonly row: PassRow }

export function RowStub({ pass, row }: StubProps) {
  const { session, soon, words: common } = pass.screen
  const words = session.t(expoTexts)
  const ready = row.cells.filter(({ stage }) => stage === 'ready').length
  const isAsked = pass.asked.value === row.key
  const serving = servingOf(pass, row)
  if (row.unseen.length > 0)
    return (
      <button type="button" class="row-stub allergy" onClick={() => pass.acknowledge(row)}>
        <Icon name="triangle" /> {words.seeAllergy}
      </button>
    )
  if (serving !== undefined)
    return (
      <button type="button" class="row-stub undo" onClick={() => soon.cancel(serving.id)}>
        <b>{common.value.undo}</b>
        <span>
          <Icon name="check" /> {words.served} {secondsLeft(serving, session.now.value)}
        </span>
      </button>
    )
  if (row.isReady) return <GoesOut pass={pass} row={row} />
  return (
    <button type="button" class={`row-stub ${isAsked ? 'asked' : ''}`} onClick={() => pass.press(row)}>
      {isAsked ? words.clearAnyway : words.of(ready, row.cells.length)}
    </button>
  )
}

/** Its waiter is called, or it goes out at once. */
function GoesOut({ pass, row }: StubProps) {
  const { session } = pass.screen
  const words = session.t(expoTexts)
  const calledFor = useComputed(() => words.called(ageText(session.now.value - (row.pickup?.readyAt ?? 0))))
  const taker = row.pickup?.takenBy && session.signals.state.value?.catalog.people[row.pickup.takenBy]?.name
  const isTakeaway = row.order.type === 'takeaway'
  return (
    <div class="row-stub two">
      {!isTakeaway && row.pickup === undefined && (
        <button type="button" onClick={() => pass.call(row)}>
          {words.call}
        </button>
      )}
      {!isTakeaway && row.pickup !== undefined && <span>{taker === undefined ? calledFor : words.takenBy(taker)}</span>}
      <button type="button" class="served" onClick={() => pass.press(row)}>
        {isTakeaway ? words.handOut : words.served}
      </button>
    </div>
  )
}
