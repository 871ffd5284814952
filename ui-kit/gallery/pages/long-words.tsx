import { Badge } from '../../src/components/badge.tsx'
import { Banner } from '../../src/components/banner.tsx'
import { Button } from '../../src/components/button.tsx'
import { Chip, ChipGroup } from '../../src/components/chip.tsx'
import { List, ListRow } from '../../src/components/list-row.tsx'
import { Switch } from '../../src/components/switch.tsx'
import { Line, Section } from '../section.tsx'

const press = () => {}

export function LongWords() {
  return (
    <div lang="ru">
      <Section id="long" title="Длинные слова">
        <Line name="на телефоне" tall>
          <div class="g-narrow k-stack">
            <Button
              label="Отправить на кухню"
              detail="2 в бар сейчас, 2 придержаны"
              tone="primary"
              size="xl"
              wide
              onPress={press}
            />
            <Button label="Переместить на другой стол" icon="move" wide onPress={press} />
            <Button label="Распечатать" disabled why="Принтер не отвечает, проверьте бумагу" wide onPress={press} />
            <ChipGroup label="Степень прожарки" hint="выберите одну из перечисленных" columns={3}>
              <Chip label="Слабопрожаренный" selected onPress={press} />
              <Chip label="Средней прожарки" selected={false} onPress={press} />
              <Chip label="Полностью прожаренный" selected={false} onPress={press} />
            </ChipGroup>
          </div>
          <div class="g-narrow k-stack">
            <List label="Столы">
              <ListRow
                lead="12"
                title="Достопримечательности высокопревосходительства"
                detail="4 гостя, второе блюдо придержано"
                end={<Badge tone="ok" glyph="check" label="ГОТОВО 0:48" />}
                leads
                onPress={press}
              />
            </List>
            <Switch label="Переподтверждение непротестированного" detail="Даёт время передумать" on onChange={press} />
            <Banner
              tone="warn"
              glyph="offline"
              title="Нет связи, не отправлено: 3."
              actions={<Button label="Показать неотправленное" onPress={press} />}
            >
              Работа продолжается.
            </Banner>
          </div>
        </Line>
      </Section>
    </div>
  )
}
