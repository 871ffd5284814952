// An action of this program as data: the command it would give decides whether it may be given, in the rules' own words.

import type { Wish } from '@comanda/app-shell/wish'
import type { LocalText } from '@comanda/shared/model/text'
import type { Outcome } from '@comanda/sync-client/outbox-entry'
import type { Action, Tone } from '@comanda/ui-kit/action'
import type { IconName } from '@comanda/ui-kit/icons/icon'
import { toast } from '@comanda/ui-kit/toasts'
import type { Texts } from '../texts/texts.ts'
import type { Desk } from './desk.ts'

/** Where a deed is done. */
export type Scene = {
  readonly desk: Pick<Desk, 'ask' | 'askSoon' | 'may'>
  readonly texts: Texts
  pick(text: LocalText): string
}

export type Deed<Input> = {
  readonly name: string
  readonly label: (texts: Texts, input: Input) => string
  readonly icon?: IconName
  readonly tone?: Tone
  readonly key?: string
  /** Said while it can still be taken back; without it the command goes at once. */
  readonly says?: (texts: Texts, input: Input) => string
  /** What whoever is asked for a yes reads beside the question (ADM-6). */
  readonly note?: (scene: Scene, input: Input) => string
  /** Said once the server has done it, and never before. */
  readonly done?: (texts: Texts, input: Input) => string
  /** undefined: there is nothing here to do it to. */
  readonly command: (input: Input) => Wish | undefined
}

const tellsWhenDone = (words: string) => (outcome: Outcome) => {
  if (outcome.kind === 'done') toast(words, { tone: 'ok' })
}

export function deed<Input>({
  name,
  label,
  icon,
  tone,
  key,
  says,
  note,
  done,
  command,
}: Deed<Input>): Action<Scene, Input> {
  return {
    name,
    label: ({ texts }, input) => label(texts, input),
    ...(icon && { icon }),
    ...(tone && { tone }),
    ...(key && { key }),
    enabled({ desk, texts }, input) {
      const wish = command(input)
      return wish === undefined ? texts.order.nothingToDo : desk.may(wish)
    },
    run(scene, input) {
      const wish = command(input)
      if (wish === undefined) return
      const noted = note === undefined ? {} : { note: note(scene, input) }
      if (says !== undefined) scene.desk.askSoon(wish, says(scene.texts, input), noted)
      else {
        scene.desk.ask(wish, {
          ...noted,
          ...(done === undefined ? {} : { settled: tellsWhenDone(done(scene.texts, input)) }),
        })
      }
    },
  }
}

/** Those that could be done, or that say in words why not now: what has nothing to act on is left out. */
export const possible = <Input>(deeds: readonly Action<Scene, Input>[], scene: Scene, input: Input) =>
  deeds.filter((one) => one.enabled(scene, input) === true)
