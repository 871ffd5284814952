import { AppFrame } from '../../src/components/app-frame.tsx'
import { Badge } from '../../src/components/badge.tsx'
import { Button } from '../../src/components/button.tsx'
import { Line, Section } from '../section.tsx'

export function Frames() {
  return (
    <Section id="frames" title="The frame of a screen">
      <Line name="frame" tall>
        <div class="g-frame">
          <AppFrame
            sideLabel="Order"
            top={
              <div class="g-bar">
                <Button label="Map" icon="left" tone="quiet" onPress={() => {}} />
                <strong class="g-t-title k-grow">Table 12</strong>
                <Badge label="Reconnecting" glyph="ring-quarter" />
              </div>
            }
            side={
              <div class="g-work">
                <strong>Order 118</strong>
              </div>
            }
            bottom={
              <div class="g-bar">
                <Button label="Send 4" detail="2 to Bar now, 2 held" tone="primary" size="xl" wide onPress={() => {}} />
              </div>
            }
          >
            <div class="g-work">The work.</div>
          </AppFrame>
        </div>
      </Line>
    </Section>
  )
}
