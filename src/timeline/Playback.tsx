import { useRef } from 'react'
import { seconds } from '../narrate/words.ts'
import { usePlayhead, useSimulator, useSimulatorState } from '../store/react.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { LockablePart } from '../ui/Locked.tsx'
import { LockSign } from '../ui/LockSign.tsx'
import { later } from '../ui/later.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './Playback.module.css'
import { SPEEDS } from './speeds.ts'

/** It says the last event in words, and these come after the first view. */
const Scrubber = later(
  () => import('./Scrubber.tsx').then(module => module.Scrubber),
  <div className={styles.scrubberWaits} />,
)

interface PlaybackProps {
  layout: 'wide' | 'compact'
  hideButtons: boolean
  hideTimeline: boolean
}

/** The playhead's controls: they move over what happened and change nothing of it. */
export function Playback({ layout, hideButtons, hideTimeline }: PlaybackProps) {
  if (hideButtons && hideTimeline) return null
  const scrubber = !hideTimeline && (
    <LockablePart name="timeline">
      <Scrubber />
    </LockablePart>
  )
  const wide = layout === 'wide'
  return (
    <section aria-label="Playback" className={styles.playback}>
      {!wide && scrubber}
      {!hideButtons && (
        <LockablePart name="playback">
          <Transport />
        </LockablePart>
      )}
      {wide && scrubber}
      {!hideButtons && (
        <LockablePart name="playback">
          <Time />
          <Speed />
          <Revisit />
        </LockablePart>
      )}
    </section>
  )
}

function Transport() {
  const simulator = useSimulator()
  const playing = useSimulatorState(state => state.status === 'running')
  const atStart = useSimulatorState(state => state.frame.atMs <= 0)
  const isEmpty = useSimulatorState(state => state.trace.steps.length === 0)
  const atEnd = useSimulatorState(state => state.status === 'idle')
  const manual = simulator.clock === 'manual'
  return (
    <div className={styles.buttons}>
      <LockSign />
      <IconButton
        icon="step-back"
        label="Step back"
        disabled={atStart}
        reason="This is the beginning."
        onClick={() => simulator.stepBack()}
      />
      {playing ? (
        <IconButton icon="pause" label="Pause" onClick={() => simulator.pause()} />
      ) : (
        <IconButton
          icon="play"
          label="Play"
          className={styles.play}
          disabled={isEmpty || manual}
          reason={
            manual
              ? 'The clock is manual: step, or move the timeline.'
              : 'There is nothing to play yet: press Pay.'
          }
          onClick={() => simulator.playOrReplay()}
        />
      )}
      <IconButton
        icon="step-forward"
        label="Step forward"
        disabled={atEnd}
        reason="Nothing more will happen without a press."
        onClick={() => simulator.step()}
      />
      <Latest />
    </div>
  )
}

function Latest() {
  const simulator = useSimulator()
  const behind = useSimulatorState(state => state.frame.atMs < state.watchedMs && state.status !== 'running')
  return (
    <IconButton
      icon="latest"
      label="Latest"
      disabled={!behind}
      reason="This is the latest moment."
      onClick={() => simulator.latest()}
    />
  )
}

function Time() {
  const element = useRef<HTMLSpanElement>(null)
  usePlayhead(timeMs => {
    const text = seconds(timeMs)
    if (element.current && element.current.textContent !== text) element.current.textContent = text
  })
  return <span ref={element} className={styles.time} />
}

function Speed() {
  const simulator = useSimulator()
  const speed = useSimulatorState(state => state.speed)
  const speeds = SPEEDS.includes(speed) ? SPEEDS : [...SPEEDS, speed].sort((a, b) => a - b)
  return (
    <Select
      label="Speed"
      hideLabel
      className={styles.speed}
      options={speeds.map(factor => ({ value: String(factor), label: `${factor}×` }))}
      value={String(speed)}
      onChange={chosen => simulator.setSpeed(Number(chosen))}
    />
  )
}

function Revisit() {
  const simulator = useSimulator()
  const canUndo = useSimulatorState(state => state.history.past.length > 0)
  const canRedo = useSimulatorState(state => state.history.future.length > 0)
  const isEmpty = useSimulatorState(state => state.session.inputs.length === 0)
  return (
    <div className={styles.buttons}>
      <IconButton
        icon="undo"
        label="Undo"
        disabled={!canUndo}
        reason="There is nothing to undo."
        onClick={() => simulator.undo()}
      />
      <IconButton
        icon="redo"
        label="Redo"
        disabled={!canRedo}
        reason="There is nothing to redo."
        onClick={() => simulator.redo()}
      />
      <IconButton
        icon="reset"
        label="Reset"
        disabled={isEmpty}
        reason="Nothing has happened yet."
        onClick={() => simulator.reset()}
      />
    </div>
  )
}
