// The bar over the work when the screen is cut off, when what it shows is old, or when it can do no more by itself.
import { Banner } from '@comanda/ui-kit/components/banner'
import { Button } from '@comanda/ui-kit/components/button'
import { type Shown, shownOf } from '../connection.ts'
import { isSecure } from '../open-client.ts'
import type { AppSession } from '../session.ts'
import { useShellTexts } from '../shell-context.ts'

export function ConnectionBanner({ session }: { session: AppSession }) {
  const shown = shownOf(session.signals.status.value)
  return (
    <>
      <LinkBanner session={session} shown={shown} />
      <InsecureBanner />
    </>
  )
}

function LinkBanner({ session, shown }: { session: AppSession; shown: Shown }) {
  const texts = useShellTexts()
  const words = texts.link
  const dataFrom = (freshAt: number | undefined): string =>
    freshAt === undefined ? words.staleNever : words.stale(session.clockSeconds(freshAt))
  switch (shown.kind) {
    case 'live':
    case 'reconnecting':
    case 'catching-up':
      return null
    case 'offline':
      return (
        <Banner tone="warn" glyph="offline" title={words.offline(shown.unsent)}>
          <span class="a-banner-what">{words.offlineWhat}</span> {dataFrom(shown.freshAt)}.
        </Banner>
      )
    case 'stale':
      return (
        <Banner tone="warn" glyph="clock" title={dataFrom(shown.freshAt)}>
          {words.reconnecting}
        </Banner>
      )
    case 'storage-fault':
      return <Banner tone="late" glyph="warn" urgent title={words.storageFault} />
    case 'ended': {
      const again = <Button label={texts.again} onPress={() => session.client.reconnect()} />
      return (
        <Banner
          tone={shown.why === 'replaced' ? 'warn' : 'late'}
          glyph="offline"
          urgent
          title={words.ended[shown.why]}
          actions={
            shown.why === 'upgrade' ? (
              <Button label={texts.update.now} onPress={() => session.update.reload()} />
            ) : shown.why === 'replaced' ? (
              <Button label={words.useHere} onPress={() => session.client.reconnect()} />
            ) : (
              again
            )
          }
        />
      )
    }
  }
}

function InsecureBanner() {
  const words = useShellTexts().link
  return isSecure() ? null : <Banner tone="warn" glyph="lock" title={words.insecure} />
}
