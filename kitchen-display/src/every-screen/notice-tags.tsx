// Notices in the bar: a glyph, a word and a count each, and never anything over a ticket. A press tells them in full.
import { Icon } from '@comanda/ui-kit/icons/icon'
import { useComputed } from '@preact/signals'
import { type Notice, noticeLooks, noticesOf } from './notices.ts'
import { openOver, type Screen } from './screen.ts'

/** Where letters are large, the gravest alone has room. */
const room = ({ grid }: Screen): number => (grid.value.panel ? 3 : 1)

export function NoticeTags({ screen }: { screen: Screen }) {
  const notices = useComputed(() => noticesOf(screen))
  const most = room(screen)
  const shown = notices.value.slice(0, most)
  const rest = notices.value.length - shown.length
  return (
    <div class="notice-tags" role="alert">
      {shown.map((notice, index) => (
        <NoticeTag key={notice.kind} {...{ screen, notice }} rest={index === most - 1 ? rest : 0} />
      ))}
    </div>
  )
}

type TagProps = { readonly screen: Screen; readonly notice: Notice; readonly rest: number }

function NoticeTag({ screen, notice, rest }: TagProps) {
  const { kind, count } = notice
  const { icon, tone } = noticeLooks[kind]
  return (
    <button
      type="button"
      class={`tag notice ${tone}`}
      data-notice={kind}
      aria-haspopup="dialog"
      onClick={() => openOver(screen, 'notices')}
    >
      <Icon name={icon} /> {screen.words.value.notices[kind]}
      {count !== undefined && <b>{count}</b>}
      {rest > 0 && <span class="rest">+{rest}</span>}
    </button>
  )
}
