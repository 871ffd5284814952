// One course of one order on the pass, turned on its side: whose it is, a cell for each station, the next course, the stub.
import type { StationId } from '@comanda/shared/model/ids'
import { ageText } from '@comanda/ui-kit/components/age'
import { Icon } from '@comanda/ui-kit/icons/icon'
import { useComputed } from '@preact/signals'
import { allergyText } from '../slip/blocks.ts'
import { paceAt } from '../slip/pace.ts'
import { expoTexts } from './expo-texts.ts'
import type { HungRow, Pass } from './pass.ts'
import type { PassCell, PassRow } from './pass-rows.ts'

const whereOf = (row: PassRow, pass: Pass): string =>
  row.table === undefined ? (row.order.name ?? `#${row.order.number}`) : pass.words.value.table(row.table)

export function ExpoRow({ pass, hung, stations }: { pass: Pass; hung: HungRow; stations: readonly StationId[] }) {
  const { row, gone } = hung
  const { session } = pass
  const pace = useComputed(() => (row.isReady ? 'on-time' : paceAt(row.firedAt, row.lateAt, session.now.value)))
  const classes = [
    'row',
    pace.value,
    row.isReady ? 'ready' : '',
    row.rush || row.remake ? 'urgent' : '',
    pass.selected.value === row.key ? 'selected' : '',
    gone === undefined ? '' : 'gone',
  ]
  return (
    <article class={classes.join(' ')} aria-label={whereOf(row, pass)} data-row={row.key} inert={gone !== undefined}>
      <Identity {...{ pass, row, pace: pace.value }} />
      {stations.map((id) => (
        <Cell key={id} pass={pass} cell={row.cells.find(({ stationId }) => stationId === id)} />
      ))}
      <Next pass={pass} row={row} />
      <RowStub pass={pass} row={row} />
    </article>
  )
}

function Identity({ pass, row, pace }: { pass: Pass; row: PassRow; pace: string }) {
  const { session, words } = pass
  const own = session.t(expoTexts)
  const common = words.value
  const age = useComputed(() => ageText(session.now.value - row.firedAt))
  const lateBy = useComputed(() => `+${ageText(session.now.value - row.lateAt)}`)
  const readyFor = useComputed(() => ageText(session.now.value - (row.readyAt ?? session.now.value)))
  const { order } = row
  const course = row.course === 0 ? common.drinks : common.course(row.course)
  const what = order.type === 'takeaway' ? common.takeaway : common.covers(order.covers)
  return (
    <div class="identity">
      <b class="where">{whereOf(row, pass)}</b>
      <span class="age">{age}</span>
      <span class="meta">
        #{order.number} {course} · {[row.waiter, what].filter((part) => part !== undefined).join(' · ')}
      </span>
      <span class="state">
        {row.rush && (
          <span>
            <Icon name="rush" /> {common.rush}
          </span>
        )}
        {row.remake && (
          <span>
            <Icon name="again" /> {common.remake}
          </span>
        )}
        {pace === 'late' && (
          <span>
            <Icon name="clock" /> {common.lateFlag} {lateBy}
          </span>
        )}
        {pace === 'warn' && <span>! {common.soonFlag}</span>}
        {row.isReady && (
          <span>
            ✓ {own.readyFlag} {readyFor}
          </span>
        )}
        {order.type === 'takeaway' && <span>{order.paid ? common.paid : common.unpaid}</span>}
        {order.allergies.length > 0 && (
          <span class="allergen">
            <Icon name="triangle" /> {order.allergies.map((allergy) => allergyText(allergy, common)).join(', ')}
          </span>
        )}
      </span>
    </div>
  )
}

const icons = { waiting: 'ring', cooking: 'ring-half', ready: 'check' } as const

function Cell({ pass, cell }: { pass: Pass; cell: PassCell | undefined }) {
  const { session } = pass
  const words = session.t(expoTexts)
  const readyFor = useComputed(() => words.readyFor(ageText(session.now.value - (cell?.readyAt ?? 0))))
  if (cell === undefined) return <div class="cell" />
  const { stage, dishes, struck, done, all } = cell
  const said = stage === 'ready' ? readyFor : stage === 'cooking' ? words.cooking(done, all) : words.waiting(done, all)
  return (
    <div class={`cell ${stage}`} data-stage={stage}>
      <Icon name={icons[stage]} />
      <div>
        <span class="dishes">{dishes.join(', ')}</span>
        {struck.length > 0 ? (
          <small>
            <s>{struck.join(', ')}</s> {words.voidOpen}
          </small>
        ) : (
          <small>{said}</small>
        )}
      </div>
    </div>
  )
}

function Next({ pass, row }: { pass: Pass; row: PassRow }) {
  const words = pass.session.t(expoTexts)
  const { next } = row
  return (
    <div class="next">
      {next !== undefined && (
        <button type="button" onClick={() => pass.fire(row)}>
          <b>
            <Icon name="pause" /> {words.fire(pass.words.value.course(next.course))}
          </b>
          <small>{words.items(next.items)}</small>
        </button>
      )}
    </div>
  )
}

function RowStub({ pass, row }: { pass: Pass; row: PassRow }) {
  const { session } = pass
  const words = session.t(expoTexts)
  const calledFor = useComputed(() => words.called(ageText(session.now.value - (row.pickup?.readyAt ?? 0))))
  const ready = row.cells.filter(({ stage }) => stage === 'ready').length
  const isAsked = pass.asked.value === row.key
  if (row.unseen.length > 0)
    return (
      <button type="button" class="row-stub allergy" onClick={() => pass.acknowledge(row)}>
        <Icon name="triangle" /> {words.seeAllergy}
      </button>
    )
  if (!row.isReady)
    return (
      <button type="button" class={`row-stub ${isAsked ? 'asked' : ''}`} onClick={() => pass.press(row)}>
        {isAsked ? words.clearAnyway : words.of(ready, row.cells.length)}
      </button>
    )
  const taker = row.pickup?.takenBy && session.signals.state.value?.catalog.people[row.pickup.takenBy]?.name
  return (
    <div class="row-stub two">
      {row.order.type !== 'takeaway' &&
        (row.pickup === undefined ? (
          <button type="button" onClick={() => pass.call(row)}>
            {words.call}
          </button>
        ) : (
          <span>{taker === undefined ? calledFor : words.takenBy(taker)}</span>
        ))}
      <button type="button" class="served" onClick={() => pass.press(row)}>
        {row.order.type === 'takeaway' ? words.handOut : words.served}
      </button>
    </div>
  )
}
