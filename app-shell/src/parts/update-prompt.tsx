// A newer program is here. It waits for a person; who has something unsent is told that it is kept, and decides.
import { Banner } from '@comanda/ui-kit/components/banner'
import { Button } from '@comanda/ui-kit/components/button'
import { useState } from 'preact/hooks'
import type { AppSession } from '../session.ts'
import { useShellTexts } from '../shell-context.ts'

export function UpdatePrompt({ session }: { session: AppSession }) {
  const words = useShellTexts().update
  const [isLater, setLater] = useState(false)
  const { isReady, take } = session.update
  if (!isReady.value || isLater) return null
  const drafts = session.drafts.value
  const { unsent } = session.signals.status.value
  const isBusy = drafts > 0 || unsent > 0
  return (
    <Banner
      tone={isBusy ? 'warn' : 'plain'}
      glyph="download"
      title={words.title}
      actions={
        <>
          <Button label={words.later} tone="quiet" onPress={() => setLater(true)} />
          <Button label={isBusy ? words.anyway : words.now} tone={isBusy ? 'plain' : 'primary'} onPress={take} />
        </>
      }
    >
      {isBusy ? words.unsaved(drafts, unsent) : words.what}
    </Banner>
  )
}
