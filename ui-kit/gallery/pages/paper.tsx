import { Badge } from '../../src/components/badge.tsx'
import { Button } from '../../src/components/button.tsx'
import { Card } from '../../src/components/card.tsx'
import { List, ListRow } from '../../src/components/list-row.tsx'
import { Icon } from '../../src/icons/icon.tsx'
import { Line, Section } from '../section.tsx'

const press = () => {}

export function Paper() {
  return (
    <Section id="paper" title="Paper">
      <Line name="list" tall>
        <List label="My tables">
          <ListRow
            lead="7"
            title="Calls for the waiter"
            detail="4 guests, mains served 20:31"
            end={<Badge tone="call" glyph="bell" label="CALL 1:10" />}
            leads
            onPress={press}
          />
          <ListRow
            lead="12"
            title="Starters ready"
            detail="4 guests, course 2 held"
            tone="ok"
            end={<Badge tone="ok" glyph="check" label="READY 0:48" />}
            leads
            onPress={press}
          />
          <ListRow
            lead="9"
            title="Lamb shoulder is late"
            detail="2 guests, fired 20:20"
            tone="late"
            end={<Badge tone="late" glyph="clock" label="LATE 24:06" />}
            leads
            onPress={press}
          />
          <ListRow lead="11" title="Eating desserts" detail="2 guests" selected end="13:40" leads onPress={press} />
          <ListRow lead="13" title="Free" detail="Another room" disabled leads onPress={press} />
        </List>
        <List label="At the pass">
          <ListRow
            lead="12"
            title="2 Croquetas de jamón"
            detail="ready 0:48"
            end={<Button label="Take" tone="primary" onPress={press} />}
          />
          <ListRow
            lead={<Icon name="check" size="l" />}
            title="Padrón peppers"
            end={<Badge tone="ok" label="Ready" />}
          />
          <ListRow
            lead={<Icon name="pause" size="l" />}
            title="Sea bass"
            detail="seat 1"
            tone="held"
            end={<Badge tone="held" label="Hold" />}
          />
        </List>
      </Line>
      <Line name="card" tall>
        <Card title="Order 118" aside="since 20:04, 38 min">
          <p>Padrón peppers, 2 croquetas, 1 gazpacho</p>
        </Card>
        <Card
          title="Seat 3"
          aside={<Badge tone="allergy" glyph="triangle" label="NUTS" />}
          stub={
            <Button label="Pay" wide onPress={press}>
              38.42
            </Button>
          }
        >
          <p>Mushroom risotto 17.20</p>
        </Card>
      </Line>
      <Line name="more to open" tall>
        <details class="g-column">
          <summary>Other ways to pay</summary>
          <p>Voucher, room, house account</p>
        </details>
        <details class="g-column" open>
          <summary>Of it VAT</summary>
          <p>10 %: 3.61, 21 %: 0.56</p>
        </details>
      </Line>
      <Line name="card, marked" tall>
        <Card tone="ok" title="Ready">
          <p>Two dishes wait at the pass.</p>
        </Card>
        <Card tone="late" title="Late">
          <p>Lamb shoulder, 24:06.</p>
        </Card>
        <Card tone="sunken" title="Earlier">
          <p>Ana voided Soup 10 s ago.</p>
        </Card>
      </Line>
    </Section>
  )
}
