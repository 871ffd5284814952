// One dish on a slip. The whole row is the button: done, and not done. A struck one waits for its verdict instead.
import { Icon } from '@comanda/ui-kit/icons/icon'
import type { Acts } from '../station/acts.ts'
import type { Station } from '../station/station.ts'
import { seatText, wasText } from './blocks.ts'
import type { Option, SlipLine, SlipView } from './slip-view.ts'

export type LineProps = {
  readonly station: Station
  readonly acts: Acts
  readonly view: SlipView
  readonly line: SlipLine
  readonly isPointed: boolean
}

export function LineBlock(props: LineProps) {
  const { acts, view, line, isPointed } = props
  if (line.voided !== undefined) return <VoidBlock {...props} />
  const classes = ['line', line.done ? 'done' : '', line.was === undefined ? '' : 'was', isPointed ? 'pointed' : '']
  return (
    <button type="button" class={classes.join(' ')} aria-pressed={line.done} onClick={() => acts.line(view, line)}>
      <LineWords {...props} />
    </button>
  )
}

function LineWords({ station, line }: LineProps) {
  const words = station.words.value
  const { clock } = station.session
  const { mark, was } = line
  const seat = seatText(line, words)
  return (
    <>
      <span class="quantity">{line.quantity}</span>
      <span class="dish">{line.name}</span>
      <span class="sign">
        {seat !== '' && <b class="whose">{seat}</b>}
        {line.done && <Icon name="check" />}
        {!line.done && mark.kind !== 'clear' && <Icon name="triangle" />}
      </span>
      {line.options.map((option, index) => (
        <OptionRow key={index} option={option} station={station} />
      ))}
      {line.note !== undefined && <span class="note">{line.note}</span>}
      {was !== undefined && (
        <span class="note">
          {words.was(clock(was.at))} <s>{wasText(was, words)}</s>
        </span>
      )}
      {mark.kind === 'contains' && <span class="note allergen">{mark.allergens.map(words.allergen).join(', ')}</span>}
      {mark.kind === 'not-recorded' && <span class="note allergen">{words.notRecorded}</span>}
      {line.remade !== undefined && (
        <span class="note">{words.sentBack(clock(line.remade.at), line.remade.reason)}</span>
      )}
      {line.ask !== undefined && <span class="note asked">{line.ask === 'open' ? words.asked : words.refusedAsk}</span>}
    </>
  )
}

function OptionRow({ option, station }: { option: Option; station: Station }) {
  const words = station.words.value
  switch (option.kind) {
    case 'no':
      return (
        <span class="option no">
          <em>{words.no}</em>
          {option.text}
        </span>
      )
    case 'extra':
      return (
        <span class="option">
          <b>{words.extra}</b> {option.text}
        </span>
      )
    case 'side':
      return (
        <span class="option">
          {option.text} <b>{words.onSide}</b>
        </span>
      )
    case 'plus':
      return <span class="option">+ {option.text}</span>
    case 'plain':
      return <span class="option">{option.text}</span>
  }
}

function VoidBlock({ station, acts, view, line, isPointed }: LineProps) {
  const words = station.words.value
  return (
    <div class={`line void ${isPointed ? 'pointed' : ''}`}>
      <span class="quantity">{line.quantity}</span>
      <span class="dish">{line.name}</span>
      <span class="sign" />
      {line.options.map((option, index) => (
        <OptionRow key={index} option={option} station={station} />
      ))}
      <span class="note">
        <b class="stamp">{words.void}</b> {line.voided}
      </span>
      <span class="verdict">
        <button type="button" onClick={() => acts.judge(view, line.lineId, 'not-started')}>
          {words.notStarted}
        </button>
        <button type="button" onClick={() => acts.judge(view, line.lineId, 'made')}>
          {words.made}
        </button>
      </span>
    </div>
  )
}
