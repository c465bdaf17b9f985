import { seconds } from '../narrate/words.ts'
import { Segments } from '../ui/Segments.tsx'
import { Select } from '../ui/Select.tsx'
import type { ChoiceProps } from './ChoiceSheet.tsx'
import type { SceneKind } from './choices.ts'
import { NO_RUN } from './limits.ts'
import type { Scenes } from './scenes.ts'
import type { SettingField } from './setting-field.ts'
import { TwinChoice } from './TwinChoice.tsx'

interface SceneChoiceProps extends ChoiceProps {
  scenes: Scenes
  Field: SettingField
}

/** What the frame shows. */
export function SceneChoice({ choices, choose, scenes, Field }: SceneChoiceProps) {
  const { scene, scenario, lab, from } = choices
  const { run, scenarios, labs } = scenes
  return (
    <>
      <Segments
        label="Scene"
        options={[
          { value: 'room', label: 'Main room' },
          { value: 'twin', label: 'Twin' },
          { value: 'scenario', label: 'A scenario' },
          { value: 'lab', label: 'A lab', disabled: labs.length === 0 },
          { value: 'run', label: 'Your run', disabled: run === null },
        ]}
        value={scene}
        // Another scene has other settings: a change of the one before would hit something else.
        onChange={(chosen: SceneKind) => choose({ scene: chosen, changes: {} })}
        hint={
          <>
            {ABOUT[scene]}
            {run === null && (
              <>
                <br />
                Your run: {lowered(NO_RUN)}
              </>
            )}
          </>
        }
      />
      {scene === 'twin' && <TwinChoice choices={choices} choose={choose} scenes={scenes} Field={Field} />}
      {scene === 'scenario' && (
        <Select
          label="Scenario"
          options={scenarios.map(({ id, title }) => ({ value: id, label: title }))}
          value={scenario}
          onChange={chosen => choose({ scenario: chosen, changes: {} })}
        />
      )}
      {scene === 'lab' && (
        <Select
          label="Chapter"
          options={labs.map(({ id, title }) => ({ value: id, label: title }))}
          value={lab}
          onChange={chosen => choose({ lab: chosen })}
        />
      )}
      {scene === 'run' && run && (
        <Segments
          label="Opens at"
          options={[
            { value: 'start', label: 'Its beginning' },
            { value: 'now', label: `This moment (${seconds(run.atMs)})` },
          ]}
          value={from}
          onChange={chosen => choose({ from: chosen })}
        />
      )}
    </>
  )
}

const ABOUT: Readonly<Record<SceneKind, string>> = {
  room: 'The simulator, with nothing pressed yet.',
  twin: 'Two runs side by side: the same presses and luck, one thing changed.',
  scenario: 'A situation of the gallery, with its question.',
  lab: 'The lab of a chapter, without its text.',
  run: 'The run as it stands in the simulator now.',
}

const lowered = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1)
