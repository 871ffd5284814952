// What guests see: two columns of numbers, and nothing that is not known to be so. Colour is never alone: a called number
// stands large and with a tick, stale data says so in words.

import { useState } from 'preact/hooks'
import type { Board } from './board.ts'
import { Glyph } from './glyph.tsx'
import { type BoardNumber, pageOf, readyNow } from './numbers.ts'
import { type BoardTexts, boardTexts } from './texts.ts'
import { useLate } from './use-late.ts'

/** Numbers in a column; a called one takes the room of four. */
const onPage = 8
const beside = 4

const stillness = globalThis.matchMedia('(prefers-reduced-motion: reduce)')

type BoardProps = {
  readonly board: Board
  readonly restaurant: string
  readonly zone: string | undefined
}

export function BoardView({ board, restaurant, zone }: BoardProps) {
  const [settings, setSettings] = useState(false)
  const sheet = useLate(settings, () => import('./board-settings.tsx'))
  const words = boardTexts[board.preferences.language.value]
  const now = board.now.value
  const clock = new Intl.DateTimeFormat(board.preferences.language.value, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(zone === undefined ? {} : { timeZone: zone }),
  })
  const { preparing } = board.view.value
  const ready = readyNow(board.view.value, now)
  const large = ready.find(({ number }) => board.calls.value.has(number))
  const turn = stillness.matches ? 0 : board.turn.value
  const left = pageOf(preparing, onPage, turn)
  const right = pageOf(
    ready.filter((one) => one !== large),
    large === undefined ? onPage : beside,
    large === undefined ? turn : 0,
  )
  const pages = left.of >= right.of ? left : right
  return (
    <main class="board">
      <header class="board-top">
        <b>{restaurant}</b>
        <button type="button" class="board-gear" onClick={() => setSettings(true)}>
          <Glyph name="settings" />
          <span class="k-unseen">{words.settings}</span>
        </button>
        <time class="k-num">{clock.format(now)}</time>
      </header>
      <Stale board={board} words={words} clock={clock} />
      <section class="board-column" aria-label={words.preparing}>
        <h1>{words.preparing}</h1>
        <Numbers
          numbers={left.shown}
          hidden={preparing.length - left.shown.length}
          words={words}
          still={stillness.matches}
        />
      </section>
      <section class="board-column board-ready" aria-label={words.ready} aria-live="polite">
        <h1>
          <Glyph name="check" /> {words.ready}
        </h1>
        {large && (
          <p class="board-called k-num">
            {large.number}
            <span class="board-tick">
              <Glyph name="check" />
            </span>
          </p>
        )}
        <Numbers
          numbers={right.shown}
          hidden={ready.length - right.shown.length - (large === undefined ? 0 : 1)}
          words={words}
          still={stillness.matches || large !== undefined}
          fresh={board.calls.value}
        />
      </section>
      <footer class="board-foot">
        <span>{preparing.length + ready.length === 0 ? words.empty : words.collect}</span>
        {pages.of > 1 && !stillness.matches && (
          <span class="k-num" aria-hidden="true">
            {pages.page + 1} / {pages.of}
          </span>
        )}
      </footer>
      {sheet && <sheet.BoardSettings board={board} open={settings} onClose={() => setSettings(false)} />}
    </main>
  )
}

type NumbersProps = {
  numbers: readonly BoardNumber[]
  hidden: number
  words: BoardTexts
  /** The pages do not turn, so what is not shown is counted. */
  still: boolean
  fresh?: ReadonlyMap<number, number>
}

function Numbers({ numbers, hidden, words, still, fresh }: NumbersProps) {
  return (
    <>
      <ul class="board-numbers k-num">
        {numbers.map(({ number }) => (
          <li key={number} class={fresh?.has(number) ? 'board-fresh' : undefined}>
            {number}
          </li>
        ))}
      </ul>
      {still && hidden > 0 && <p class="board-more">{words.more(hidden)}</p>}
    </>
  )
}

/** Old numbers send people to the counter for nothing: they are told to ask instead. */
function Stale({ board, words, clock }: { board: Board; words: BoardTexts; clock: Intl.DateTimeFormat }) {
  const { stale, link, freshAt } = board.status.value
  if (!stale && link !== 'offline' && link !== 'ended') return null
  return (
    <p class="board-stale" role="status">
      <span class="board-stale-mark">
        <Glyph name="alert" />
      </span>
      <b class="board-stale-what">{words.ask}</b>
      {freshAt !== undefined && <span>{words.asOf(clock.format(freshAt))}</span>}
    </p>
  )
}
