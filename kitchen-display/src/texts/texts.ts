import type { Language } from '@comanda/shared/model/text'
import { en } from './en.ts'
import type { KitchenTexts } from './kitchen-texts.ts'
import { ru } from './ru.ts'

export const kitchenTexts: Readonly<Record<Language, KitchenTexts>> = { en, ru }
