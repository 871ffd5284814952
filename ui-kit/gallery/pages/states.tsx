import { useSignal } from '@preact/signals'
import { Age } from '../../src/components/age.tsx'
import { Badge } from '../../src/components/badge.tsx'
import { Banner } from '../../src/components/banner.tsx'
import { Button } from '../../src/components/button.tsx'
import { Spinner } from '../../src/components/spinner.tsx'
import { EmptyState, ErrorCard } from '../../src/components/states.tsx'
import { toast } from '../../src/toasts.ts'
import { Line, Section } from '../section.tsx'

const started = 1_000_000

function Ages() {
  const now = useSignal(started + 59_000)
  return (
    <>
      <Age since={started} now={now} class="g-t-title" />
      <Age since={started - 3_600_000} now={now} class="g-t-title" />
      <Button
        label="One second on"
        onPress={() => {
          now.value += 1000
        }}
      />
    </>
  )
}

export function States() {
  return (
    <Section id="states" title="States">
      <Line name="badges">
        <Badge label="8 left" />
        <Badge tone="line" label="C2" />
        <Badge tone="ink" glyph="receipt" label="BILL 0:35" />
        <Badge tone="call" glyph="bell" label="CALL 1:10" />
        <Badge tone="ok" glyph="check" label="READY 0:48" />
        <Badge tone="warn" glyph="warn" label="SOON" />
        <Badge tone="late" glyph="clock" label="LATE 24:06" />
        <Badge tone="held" glyph="pause" label="HOLD C2" />
        <Badge tone="allergy" glyph="triangle" label="NUTS" />
        <Badge size="l" tone="late" glyph="clock" label="1 late" />
      </Line>
      <Line name="banners" tall>
        <Banner
          tone="warn"
          glyph="offline"
          title="Offline, 3 not sent."
          actions={<Button label="Show them" onPress={() => {}} />}
        >
          Work goes on; they go out by themselves.
        </Banner>
        <Banner tone="late" glyph="warn" title="NOT LIVE">
          Data from 19:42:10, use printer and voice.
        </Banner>
        <Banner tone="ok" glyph="check" title="All sent." />
        <Banner
          glyph="download"
          title="A new version is here."
          actions={<Button label="Take it" tone="primary" onPress={() => {}} />}
        />
      </Line>
      <Line name="toasts">
        <Button label="Plain" onPress={() => toast('Sent 4')} />
        <Button label="Good" onPress={() => toast('The kitchen has it', { tone: 'ok' })} />
        <Button
          label="With undo"
          onPress={() => toast('Voided Soup', { action: { label: 'Undo', run: () => toast('Soup is back') } })}
        />
        <Button label="Warning" onPress={() => toast('Sea bass: 3 left', { tone: 'warn' })} />
        <Button label="Failure" onPress={() => toast('The bill was not printed', { tone: 'late' })} />
      </Line>
      <Line name="age">
        <Ages />
      </Line>
      <Line name="spinner">
        <Spinner label="Reconnecting" />
        <Badge label="Reconnecting" glyph="ring-quarter" />
      </Line>
      <Line name="nothing, failed" tall>
        <div class="g-column">
          <EmptyState
            glyph="check"
            title="All clear"
            detail="Last bump 19:42"
            action={<Button label="Recall" icon="undo" onPress={() => {}} />}
          />
        </div>
        <ErrorCard
          what="The bill could not be printed"
          kept="The bill is kept as number 118."
          next="Check the paper, then try again."
          actions={<Button label="Print again" tone="primary" onPress={() => {}} />}
        />
      </Line>
    </Section>
  )
}
