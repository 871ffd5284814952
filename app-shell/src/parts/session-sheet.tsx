// Whose hands this device is in, how it is set, and the way out of it.
import { Button } from '@comanda/ui-kit/components/button'
import { Sheet } from '@comanda/ui-kit/components/sheet'
import { toast } from '@comanda/ui-kit/toasts'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { AppSession } from '../session.ts'
import { useShellTexts } from '../shell-context.ts'
import { HandSwitch } from './hand-switch.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { LetIn, mayLetIn } from './let-in.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

export type SessionSheetProps = {
  session: AppSession
  open: boolean
  onClose: () => void
  /** What signing out leaves behind on this device. */
  stays?: string | undefined
  /** What else this screen lets a person set or do here. */
  children?: ComponentChildren
}

export function SessionSheet({ session, open, onClose, stays, children }: SessionSheetProps) {
  const words = useShellTexts()
  const [busy, setBusy] = useState(false)
  const [lettingIn, setLettingIn] = useState(false)
  const { unsent } = session.signals.status.value
  const signOut = async () => {
    setBusy(true)
    const how = await session.signOut()
    setBusy(false)
    if (how === 'done') return onClose()
    const why = how === 'unreachable' ? words.signOut.unreachable : words.signOut.unsent(how.unsent)
    toast(why, { tone: 'warn' })
  }
  return (
    <>
      <Sheet
        open={open}
        title={session.me.value?.name ?? session.device.name}
        detail={`${session.restaurant.name} · ${session.device.name}`}
        onClose={onClose}
        actions={
          session.me.value && (
            <>
              <Button
                label={words.lock}
                icon="lock"
                size="l"
                onPress={() => {
                  onClose()
                  session.lock()
                }}
              />
              <Button
                label={words.signOut.label}
                icon="leave"
                size="l"
                busy={busy}
                disabled={unsent > 0}
                why={words.signOut.unsent(unsent)}
                onPress={signOut}
              />
            </>
          )
        }
      >
        <div class="k-stack">
          <LanguageSwitch worded />
          <ThemeSwitch worded />
          <HandSwitch worded />
          {children}
          {stays === undefined ? null : <p class="a-stays">{stays}</p>}
          {mayLetIn(session) && (
            <Button
              label={words.letIn.title}
              icon="plus"
              wide
              onPress={() => {
                setLettingIn(true)
                onClose()
              }}
            />
          )}
        </div>
      </Sheet>
      {lettingIn && <LetIn session={session} onClose={() => setLettingIn(false)} />}
    </>
  )
}
