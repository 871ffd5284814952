// Whose a row is, for how long, and its states as glyph and word; pressed, it shows what else can be done.
import { secondsLeft } from '@comanda/app-shell/leaving'
import { ageText } from '@comanda/ui-kit/components/age'
import { Icon, type IconName } from '@comanda/ui-kit/icons/icon'
import { useComputed } from '@preact/signals'
import { expoTexts } from './expo-texts.ts'
import { type Pass, rushingOf } from './pass.ts'
import { newsForMs, type RowNews } from './pass-news.ts'
import type { PassRow } from './pass-rows.ts'
import { whereOf } from './where-of.ts'

type RowProps = { readonly pass: Pass; readonly row: PassRow; readonly pace: string }
type IdentityProps = RowProps & { readonly number: number }

export function Identity({ pass, row, pace, number }: IdentityProps) {
  const { session, words } = pass.screen
  const own = session.t(expoTexts)
  const common = words.value
  const age = useComputed(() => ageText(session.now.value - row.firedAt))
  const { order } = row
  const course = row.course === 0 ? common.drinks : common.course(row.course)
  const what = order.type === 'takeaway' ? common.takeaway : common.covers(order.covers)
  const where = whereOf(row, common)
  const news = useNews(pass, row)
  const marks = marksOf(row, pace) + Number(news.value !== undefined) + Number(rushingOf(pass, row) !== undefined)
  return (
    <button
      type="button"
      class={`identity ${marks > 1 ? 'crowded' : ''} ${marks > 2 ? 'full' : ''}`}
      aria-haspopup="dialog"
      aria-label={own.more(where)}
      onClick={() => {
        pass.screen.over.value = { at: 'row', key: row.key }
      }}
    >
      <b class="where">
        <span class="slot-number">{number}</span>
        {where}
      </b>
      <span class="age">{age}</span>
      <span class="meta">
        #{order.number} {course} · {[row.waiter, what].filter((part) => part !== undefined).join(' · ')}
      </span>
      <States {...{ pass, row, pace, news: news.value, isFull: marks > 2 }} />
    </button>
  )
}

/** How many words it stands under, news apart. */
const marksOf = ({ rush, remake, isReady, order }: PassRow, pace: string): number =>
  [rush, remake, pace === 'late' || pace === 'warn', isReady, order.type === 'takeaway'].filter(Boolean).length

const useNews = (pass: Pass, row: PassRow) => {
  const { session } = pass.screen
  return useComputed(() => {
    const one = pass.news.value.get(row.key)
    return one !== undefined && session.now.value - one.at < newsForMs ? one.kind : undefined
  })
}

type StatesProps = RowProps & {
  readonly news: RowNews['kind'] | undefined
  /** Of three and more, what the row's black and its age say anyway is not said in words. */
  readonly isFull: boolean
}

function States({ pass, row, pace, news, isFull }: StatesProps) {
  const { session, words } = pass.screen
  const own = session.t(expoTexts)
  const common = words.value
  const lateBy = useComputed(() => `+${ageText(session.now.value - row.lateAt)}`)
  const readyFor = useComputed(() => ageText(session.now.value - (row.readyAt ?? session.now.value)))
  const rushing = rushingOf(pass, row)
  return (
    <span class="state">
      {row.rush && <Urgent icon="rush" word={common.rush} isFull={isFull} />}
      {rushing !== undefined && (
        <span>
          <Icon name="rush" /> {common.rush} {secondsLeft(rushing, session.now.value)}
        </span>
      )}
      {row.remake && <Urgent icon="again" word={common.remake} isFull={isFull} />}
      {pace === 'late' && (
        <span>
          <Icon name="clock" /> {common.lateFlag} {!isFull && lateBy}
        </span>
      )}
      {pace === 'warn' && <span>! {common.soonFlag}</span>}
      {row.isReady && (
        <span>
          ✓ {own.readyFlag} {readyFor}
        </span>
      )}
      {row.order.type === 'takeaway' && <span>{row.order.paid ? common.paid : common.unpaid}</span>}
      {news !== undefined && <span class="news">{news === 'new' ? own.newFlag : own.changedFlag}</span>}
    </span>
  )
}

const Urgent = ({ icon, word, isFull }: { icon: IconName; word: string; isFull: boolean }) =>
  isFull ? (
    <span role="img" aria-label={word}>
      <Icon name={icon} />
    </span>
  ) : (
    <span>
      <Icon name={icon} /> {word}
    </span>
  )
