// One course of one order on the pass, turned on its side: whose it is, a cell for each station, the next course, the stub.

import { secondsLeft } from '@comanda/app-shell/leaving'
import type { StationId } from '@comanda/shared/model/ids'
import { ageText } from '@comanda/ui-kit/components/age'
import { Icon } from '@comanda/ui-kit/icons/icon'
import { useComputed } from '@preact/signals'
import { paceAt } from '../slip/pace.ts'
import { AllergyBand } from './allergy-band.tsx'
import { expoTexts } from './expo-texts.ts'
import { Identity } from './identity.tsx'
import { firingOf, type HungRow, type Pass } from './pass.ts'
import type { PassCell, PassRow } from './pass-rows.ts'
import { RowStub } from './row-stub.tsx'
import { whereOf } from './where-of.ts'

type ExpoRowProps = {
  readonly pass: Pass
  readonly hung: HungRow
  /** For the digits. */
  readonly number: number
  readonly stations: readonly StationId[]
}

export function ExpoRow({ pass, hung, number, stations }: ExpoRowProps) {
  const { row, gone, px, isWhole } = hung
  const { session, words } = pass.screen
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
    <article
      class={classes.join(' ')}
      aria-label={whereOf(row, words.value)}
      data-row={row.key}
      style={{ height: `${px}px` }}
      inert={gone !== undefined}
    >
      <Identity {...{ pass, row, number, pace: pace.value }} />
      {stations.map((id) => (
        <Cell key={id} pass={pass} cell={row.cells.find(({ stationId }) => stationId === id)} />
      ))}
      <Next pass={pass} row={row} />
      <RowStub pass={pass} row={row} />
      {isWhole && row.allergies.length > 0 && <AllergyBand pass={pass} row={row} />}
    </article>
  )
}

const icons = { waiting: 'ring', cooking: 'ring-half', ready: 'check' } as const

function Cell({ pass, cell }: { pass: Pass; cell: PassCell | undefined }) {
  const { session, words: common } = pass.screen
  const words = session.t(expoTexts)
  const readyFor = useComputed(() => words.readyFor(ageText(session.now.value - (cell?.readyAt ?? 0))))
  if (cell === undefined) return <div class="cell" />
  const { stage, dishes, struck, done, all, paper } = cell
  const onPaper = paper === 'none' ? words.toPrint : paper && common.value.onPaper[paper]
  const cooked =
    stage === 'ready' ? readyFor : stage === 'cooking' ? words.cooking(done, all) : words.waiting(done, all)
  return (
    <div class={`cell ${stage}`} data-stage={stage}>
      <Icon name={paper === undefined ? icons[stage] : 'printer'} />
      <div>
        <span class="dishes">{dishes.join(', ')}</span>
        {struck.length > 0 ? (
          <small>
            <s>{struck.join(', ')}</s> {words.voidOpen}
          </small>
        ) : (
          <small>{onPaper ?? cooked}</small>
        )}
      </div>
    </div>
  )
}

function Next({ pass, row }: { pass: Pass; row: PassRow }) {
  const { session, words: common, soon } = pass.screen
  const words = session.t(expoTexts)
  const { next } = row
  const firing = firingOf(pass, row)
  if (firing !== undefined)
    return (
      <div class="next">
        <button type="button" class="leaving" onClick={() => soon.cancel(firing.id)}>
          <b>
            {firing.says} {secondsLeft(firing, session.now.value)}
          </b>
          <small>
            <Icon name="undo" /> {common.value.cancel}
          </small>
        </button>
      </div>
    )
  return (
    <div class="next">
      {next !== undefined && (
        <button type="button" onClick={() => pass.fire(row)}>
          <b>
            <Icon name="pause" /> {words.fire(common.value.course(next.course))}
          </b>
          <small>{words.items(next.items)}</small>
        </button>
      )}
    </div>
  )
}
