// Whose a row is, for how long, and its states as glyph and word; pressed, it shows what else can be done.
import { secondsLeft } from '@comanda/app-shell/leaving'
import { ageText } from '@comanda/ui-kit/components/age'
import { Icon } from '@comanda/ui-kit/icons/icon'
import { useComputed } from '@preact/signals'
import { allergyText } from '../slip/blocks.ts'
import { expoTexts } from './expo-texts.ts'
import { type Pass, rushingOf } from './pass.ts'
import { newsForMs } from './pass-news.ts'
import type { PassRow } from './pass-rows.ts'
import { whereOf } from './where-of.ts'

type IdentityProps = { readonly pass: Pass; readonly row: PassRow; readonly pace: string }

export function Identity({ pass, row, pace }: IdentityProps) {
  const { session, words } = pass.screen
  const own = session.t(expoTexts)
  const common = words.value
  const age = useComputed(() => ageText(session.now.value - row.firedAt))
  const { order } = row
  const course = row.course === 0 ? common.drinks : common.course(row.course)
  const what = order.type === 'takeaway' ? common.takeaway : common.covers(order.covers)
  const where = whereOf(row, common)
  return (
    <button
      type="button"
      class={`identity ${order.allergies.length > 0 ? 'allergic' : ''}`}
      aria-haspopup="dialog"
      aria-label={own.more(where)}
      onClick={() => {
        pass.screen.over.value = { at: 'row', key: row.key }
      }}
    >
      <b class="where">{where}</b>
      <span class="age">{age}</span>
      <span class="meta">
        #{order.number} {course} · {[row.waiter, what].filter((part) => part !== undefined).join(' · ')}
      </span>
      <States {...{ pass, row, pace }} />
      {order.allergies.length > 0 && (
        <span class="allergen">
          <Icon name="triangle" /> {order.allergies.map((allergy) => allergyText(allergy, common)).join(', ')}
        </span>
      )}
    </button>
  )
}

function States({ pass, row, pace }: IdentityProps) {
  const { session, words } = pass.screen
  const own = session.t(expoTexts)
  const common = words.value
  const lateBy = useComputed(() => `+${ageText(session.now.value - row.lateAt)}`)
  const readyFor = useComputed(() => ageText(session.now.value - (row.readyAt ?? session.now.value)))
  const news = useComputed(() => {
    const one = pass.news.value.get(row.key)
    return one !== undefined && session.now.value - one.at < newsForMs ? one.kind : undefined
  })
  const rushing = rushingOf(pass, row)
  return (
    <span class="state">
      {row.rush && (
        <span>
          <Icon name="rush" /> {common.rush}
        </span>
      )}
      {rushing !== undefined && (
        <span>
          <Icon name="rush" /> {common.rush} {secondsLeft(rushing, session.now.value)}
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
      {row.order.type === 'takeaway' && <span>{row.order.paid ? common.paid : common.unpaid}</span>}
      {news.value !== undefined && <span class="news">{news.value === 'new' ? own.newFlag : own.changedFlag}</span>}
    </span>
  )
}
