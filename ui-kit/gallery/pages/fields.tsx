import { useState } from 'preact/hooks'
import { Field } from '../../src/components/field.tsx'
import { Line, Section } from '../section.tsx'

export function Fields() {
  const [note, setNote] = useState('Two plates, carve it in half')
  const [name, setName] = useState('')
  const [sought, seek] = useState('pa')
  return (
    <Section id="fields" title="Fields">
      <Line name="at rest, hinted" tall>
        <Field label="Name on the order" value={name} onInput={setName} hint="As it is called out" />
        <Field
          label="Find a dish"
          quiet
          icon="search"
          type="search"
          placeholder="Find a dish"
          value={sought}
          onInput={seek}
        />
      </Line>
      <Line name="counted, many lines" tall>
        <Field label="Note" icon="pencil" value={note} onInput={setNote} maxLength={140} counted />
        <Field label="Reason" multiline value="The guest changed their mind" onInput={() => {}} />
      </Line>
      <Line name="wrong, disabled" tall>
        <Field label="Guests" inputMode="numeric" value="0" error="At least one guest" onInput={() => {}} />
        <Field label="Code" value="TAB-7" disabled hint="Given by the server" onInput={() => {}} />
      </Line>
    </Section>
  )
}
