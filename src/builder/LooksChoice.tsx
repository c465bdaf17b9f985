import { Segments } from '../ui/Segments.tsx'
import { Select } from '../ui/Select.tsx'
import type { ChoiceProps } from './ChoiceSheet.tsx'
import { canStart, MOTIONS, SPEEDS, STARTS, THEMES } from './looks.ts'

/** When it starts, how fast it goes, and how it looks. */
export function LooksChoice({ choices, choose }: ChoiceProps) {
  const { start, speed, theme, motion } = choices
  return (
    <>
      {canStart(choices) ? (
        <Segments
          label="Start"
          options={STARTS}
          value={start}
          onChange={chosen => choose({ start: chosen })}
        />
      ) : (
        <p>This scene starts with the reader’s press.</p>
      )}
      <Select
        label="Speed"
        options={SPEEDS}
        value={String(speed)}
        onChange={chosen => choose({ speed: Number(chosen) })}
      />
      <Segments label="Theme" options={THEMES} value={theme} onChange={chosen => choose({ theme: chosen })} />
      <Segments
        label="Motion"
        options={MOTIONS}
        value={motion}
        onChange={chosen => choose({ motion: chosen })}
      />
    </>
  )
}
