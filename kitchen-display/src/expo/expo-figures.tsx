// What the bar of the pass counts: how much is open, how old, what is ready or late, and what hangs on other pages.
import { ageText } from '@comanda/ui-kit/components/age'
import { Icon } from '@comanda/ui-kit/icons/icon'
import { useComputed } from '@preact/signals'
import { paceAt } from '../slip/pace.ts'
import { expoTexts } from './expo-texts.ts'
import type { Pass } from './pass.ts'

export function ExpoFigures({ pass }: { pass: Pass }) {
  const { screen, rows } = pass
  const { session, words: common } = screen
  const words = session.t(expoTexts)
  const oldest = useComputed(() =>
    ageText(session.now.value - rows.value.reduce((least, { firedAt }) => Math.min(least, firedAt), session.now.value)),
  )
  const late = useComputed(
    () =>
      rows.value.filter((row) => !row.isReady && paceAt(row.firedAt, row.lateAt, session.now.value) === 'late').length,
  )
  const count = rows.value.length
  const ready = rows.value.filter(({ isReady }) => isReady).length
  const { link } = session.signals.status.value
  return (
    <>
      <span class="figure">
        <b>{count}</b> {common.value.open}
      </span>
      <span class="tags">
        {ready > 0 && (
          <span class="tag ready">
            <Icon name="check" /> {words.ready(ready)}
          </span>
        )}
        {late.value > 0 && <span class="tag late">{common.value.late(late.value)}</span>}
        {link !== 'live' && (
          <span class="tag link" role="status">
            {common.value.offline}
          </span>
        )}
      </span>
      {count > 0 && (
        <span class="figure">
          <b>{oldest}</b> {common.value.oldest}
        </span>
      )}
    </>
  )
}

/** What is not on this page, and the way there. */
export function ExpoPages({ pass }: { pass: Pass }) {
  const { screen, rows, page, pages, shown } = pass
  if (pages.value < 2) return null
  const hidden = Math.max(0, rows.value.length - shown.value.filter(({ gone }) => gone === undefined).length)
  return (
    <button
      type="button"
      class="more"
      data-more={hidden}
      onClick={() => {
        page.value = (page.value + 1) % pages.value
      }}
    >
      <b>{screen.words.value.more(hidden)}</b>
      <span>
        {page.value + 1}/{pages.value}
      </span>
    </button>
  )
}
