import { Select } from '../../ui/Select.tsx'
import type { Script } from './script.ts'

interface ScriptChoiceProps {
  scripts: readonly Script[]
  /** What stands in the editor. */
  text: string
  onText: (text: string) => void
}

/** Puts one of a chapter's scripts into the editor; says when there is somebody's own in it. */
export function ScriptChoice({ scripts, text, onText }: ScriptChoiceProps) {
  const found = scripts.find(script => script.text === text)
  return (
    <Select
      label="Script"
      options={[
        ...scripts.map(({ id, label }) => ({ value: id, label })),
        ...(found ? [] : [{ value: '', label: 'Your own' }]),
      ]}
      value={found?.id ?? ''}
      onChange={id => onText(scripts.find(script => script.id === id)?.text ?? text)}
    />
  )
}
