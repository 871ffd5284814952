// Who asks, and for how much of it.
import type { Scene } from './scene.ts'

export const waiter = (scene: Scene): string => scene.choose.of(['ana', 'boris', 'ana', 'mo']) ?? 'ana'

/** Part of a quantity now and then. */
export const part = (scene: Scene, quantity: number): { quantity?: number } =>
  scene.choose.rarely(2) ? { quantity: 1 + scene.choose.below(quantity) } : {}
