// The button of an action: its words, its refusal and its keys come from the declaration.
import type { ComponentChildren } from 'preact'
import { type Action, type BoundAction, bound } from '../action.ts'
import { keyName } from '../keys.ts'
import { Button, type ButtonProps } from './button.tsx'

type Look = Pick<ButtonProps, 'size' | 'detail' | 'badge' | 'pressed' | 'busy' | 'iconOnly' | 'wide' | 'class'> & {
  children?: ComponentChildren
}

export type ActionButtonProps<State, Input> = Look & {
  action: Action<State, Input>
  state: State
  input: Input
}

export function BoundButton({ action, ...look }: Look & { action: BoundAction }) {
  const { label, icon, tone, enabled, keys } = action
  return (
    <Button
      {...look}
      label={label}
      icon={icon}
      tone={tone}
      disabled={enabled !== true}
      why={enabled === true ? undefined : enabled}
      keys={keys.length > 0 ? keys.map(keyName).join(' ') : undefined}
      onPress={action.run}
    />
  )
}

export function ActionButton<State, Input>({ action, state, input, ...look }: ActionButtonProps<State, Input>) {
  return <BoundButton {...look} action={bound(action, state, input)} />
}
