import { useState } from 'preact/hooks'
import { NumberPad } from '../../src/components/number-pad.tsx'
import { PinPad } from '../../src/components/pin-pad.tsx'
import { toast } from '../../src/toasts.ts'
import { Line, Section } from '../section.tsx'

function Given() {
  const [value, setValue] = useState('50')
  return (
    <div class="g-narrow k-stack">
      <output class="g-t-table k-num" id="given">
        {value || '0'}
      </output>
      <NumberPad label="Given" value={value} decimals={2} onInput={setValue} onEnter={() => toast(`Given ${value}`)} />
    </div>
  )
}

function Pin() {
  const [error, setError] = useState<string>()
  const tried = (pin: string) => {
    setError(pin === '1234' ? undefined : 'Not this PIN. 4 tries left')
    if (pin === '1234') toast('Hello, Ana', { tone: 'ok' })
  }
  return <PinPad label="Ana’s PIN" length={4} error={error} focus={false} onPin={tried} />
}

export function Pads() {
  return (
    <Section id="pads" title="Pads">
      <Line name="PIN" tall>
        <Pin />
        <PinPad label="A PIN of any length" error="Wait 0:42" disabled focus={false} onPin={() => {}} />
      </Line>
      <Line name="PIN, busy" tall>
        <PinPad label="Leo’s PIN" busy focus={false} onPin={() => {}} />
        <Given />
      </Line>
    </Section>
  )
}
