// Every part in every state, on one page: for those who build screens, and for the test that walks it.
import { useEffect, useState } from 'preact/hooks'
import { Segmented } from '../src/components/segmented.tsx'
import { Toasts } from '../src/components/toasts.tsx'
import { Words, wordsEn, wordsRu } from '../src/words.ts'
import { Buttons } from './pages/buttons.tsx'
import { Choices } from './pages/choices.tsx'
import { Fields } from './pages/fields.tsx'
import { Foundations } from './pages/foundations.tsx'
import { Frames } from './pages/frames.tsx'
import { KeysAndSounds } from './pages/keys-and-sounds.tsx'
import { LongWords } from './pages/long-words.tsx'
import { Over } from './pages/over.tsx'
import { Pads } from './pages/pads.tsx'
import { Paper } from './pages/paper.tsx'
import { States } from './pages/states.tsx'

type Theme = 'system' | 'light' | 'dark'
type Hand = 'right' | 'left'
type Language = 'en' | 'ru'

const themes = [
  { id: 'system', label: 'System' },
  { id: 'light', label: 'Light', icon: 'sun' },
  { id: 'dark', label: 'Dark', icon: 'moon' },
] as const

const hands = [
  { id: 'left', label: 'Left hand' },
  { id: 'right', label: 'Right hand' },
] as const

const languages = [
  { id: 'en', label: 'EN' },
  { id: 'ru', label: 'RU' },
] as const

export function Gallery() {
  const [theme, setTheme] = useState<Theme>('system')
  const [hand, setHand] = useState<Hand>('right')
  const [language, setLanguage] = useState<Language>('en')
  useEffect(() => {
    const { documentElement: page } = document
    page.dataset.theme = theme
    page.dataset.hand = hand
    page.lang = language
  }, [theme, hand, language])
  return (
    <Words.Provider value={language === 'ru' ? wordsRu : wordsEn}>
      <header class="g-top">
        <h1 class="g-heading">Parts</h1>
        <div class="k-row k-wrap">
          <Segmented label="Theme" items={themes} selected={theme} onSelect={setTheme} />
          <Segmented label="Hand" items={hands} selected={hand} onSelect={setHand} />
          <Segmented label="Language" items={languages} selected={language} onSelect={setLanguage} />
        </div>
      </header>
      <main class="g-main">
        <Foundations />
        <Buttons />
        <Choices />
        <Fields />
        <Pads />
        <States />
        <Paper />
        <Over />
        <KeysAndSounds />
        <Frames />
        <LongWords />
      </main>
      <Toasts />
    </Words.Provider>
  )
}
