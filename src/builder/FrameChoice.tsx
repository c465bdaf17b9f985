import { NumberField } from '../ui/NumberField.tsx'
import { Segments } from '../ui/Segments.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { ChoiceProps } from './ChoiceSheet.tsx'
import { HEIGHT_PX, SINGLE_FILE } from './choices.ts'
import { addressProblem, titleProblem } from './entries.ts'
import styles from './FrameChoice.module.css'
import type { Place } from './place.ts'

/** The frame itself: its title, height and links, and which build is in it. */
export function FrameChoice({ choices, choose, place }: ChoiceProps & { place: Place }) {
  const { title, sizing, heightPx, links } = choices
  return (
    <>
      <TextField
        label="Title"
        value={title}
        problemOf={titleProblem}
        onCommit={text => choose({ title: text })}
        hint="What a screen reader says of the frame."
      />
      <Segments
        label="Height"
        options={[
          { value: 'content', label: 'Its content’s' },
          { value: 'fixed', label: 'Fixed' },
        ]}
        value={sizing}
        onChange={chosen => choose({ sizing: chosen })}
      />
      <NumberField
        label={sizing === 'fixed' ? 'Pixels' : 'Pixels at first'}
        unit="px"
        {...HEIGHT_PX}
        value={heightPx}
        onCommit={chosen => choose({ heightPx: chosen })}
        hint={sizing === 'fixed' ? undefined : 'So high it is where the page around it does not let it grow.'}
      />
      <Segments
        label="Links"
        options={[
          { value: 'on', label: 'On' },
          { value: 'off', label: 'Off' },
        ]}
        value={links}
        onChange={chosen => choose({ links: chosen })}
        hint="To other pages of the simulator, where nothing is locked or hidden."
      />
      <Build choices={choices} choose={choose} place={place} />
    </>
  )
}

function Build({ choices, choose, place }: ChoiceProps & { place: Place }) {
  const { build, fileAddress } = choices
  const hasSite = !place.isFile && place.address !== ''
  return (
    <>
      <Segments
        label="Build"
        options={[
          { value: 'site', label: 'This site', disabled: !hasSite },
          { value: 'file', label: 'Single file' },
        ]}
        value={build}
        onChange={chosen => choose({ build: chosen })}
        hint={hasSite ? ABOUT[build] : 'This page was opened without a site: only the single file is left.'}
      />
      {build === 'file' && (
        <>
          <TextField
            label="Address of the file"
            value={fileAddress}
            problemOf={addressProblem}
            onCommit={text => choose({ fileAddress: text })}
            hint="As the course page reaches it: a name beside it, or a whole address."
          />
          {!place.isSingleFile && (
            <a className={styles.download} href={SINGLE_FILE} download>
              Save the single file
            </a>
          )}
        </>
      )}
    </>
  )
}

const ABOUT = {
  site: 'The frame shows the simulator from where you are now.',
  file: 'Everything in one file, to put beside your course pages.',
} as const
