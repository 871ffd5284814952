import type { Texts } from '../texts/texts.ts'

/** An action as people say it: what a manager reads beside the question. */
export function actionWords(action: string, { alerts }: Texts): string {
  const words = alerts.commands[action.replace(/-started$/, '')]
  return words ?? alerts.something
}
