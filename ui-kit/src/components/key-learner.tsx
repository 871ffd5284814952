// Maps keys by pressing them: nobody has to know what a key is called.
import { useContext, useLayoutEffect, useState } from 'preact/hooks'
import type { BoundAction } from '../action.ts'
import { type KeyMap, keyName, keysOf, learned } from '../keys.ts'
import { toast } from '../toasts.ts'
import { Words } from '../words.ts'
import { Button } from './button.tsx'
import { List, ListRow } from './list-row.tsx'
import { Switch } from './switch.tsx'

export type KeyLearnerProps = {
  actions: readonly BoundAction[]
  remap: KeyMap
  onRemap: (remap: KeyMap) => void
  on: boolean
  onSwitch: (on: boolean) => void
}

export function KeyLearner({ actions, remap, onRemap, on, onSwitch }: KeyLearnerProps) {
  const words = useContext(Words)
  const [asking, setAsking] = useState<string>()
  useLayoutEffect(() => {
    if (asking === undefined) return
    const heard = (event: KeyboardEvent) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      if (event.repeat) return
      setAsking(undefined)
      if (event.code === 'Escape') return
      const others = actions.filter(({ name }) => name !== asking)
      const robbed = others.filter((action) => keysOf(action, remap).includes(event.code))
      if (robbed.length > 0) toast(words.taken(robbed.map(({ label }) => label).join(', ')))
      onRemap(learned(actions, remap, asking, event.code))
    }
    window.addEventListener('keydown', heard, true)
    return () => window.removeEventListener('keydown', heard, true)
  }, [asking, actions, remap, onRemap, words])
  const shown = (action: BoundAction) => {
    const keys = keysOf(action, remap)
    return keys.length === 0
      ? words.noKey
      : keys.map((code) => (
          <kbd key={code} class="k-key">
            {keyName(code)}
          </kbd>
        ))
  }
  return (
    <div class="k-stack">
      <Switch label={words.keys} on={on} onChange={onSwitch} />
      <List label={words.keys}>
        {actions.map((action) => (
          <ListRow
            key={action.name}
            title={action.label}
            detail={
              <span class="k-row" aria-live="polite">
                {asking === action.name ? words.pressKey : shown(action)}
              </span>
            }
            end={
              <Button
                label={words.change}
                class="k-learn"
                pressed={asking === action.name}
                onPress={() => setAsking(asking === action.name ? undefined : action.name)}
              />
            }
          />
        ))}
      </List>
      <Button
        label={words.shipped}
        icon="undo"
        disabled={Object.keys(remap).length === 0}
        onPress={() => onRemap({})}
      />
    </div>
  )
}
