import { useId } from 'react'
import { KnobField } from '../../controls/KnobField.tsx'
import type { Hideable } from '../../embed/page-knobs.ts'
import { changeInWords } from '../../narrate/change-words.ts'
import { SCENARIO, type SettingName, type Settings } from '../../sim/index.ts'
import { Bank } from '../../stage/Bank.tsx'
import { JudgedVerdict } from '../../stage/JudgedVerdict.tsx'
import { Stage } from '../../stage/Stage.tsx'
import { SimulatorProvider } from '../../store/react.tsx'
import type { Simulator } from '../../store/simulator.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { LockablePart } from '../../ui/Locked.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './TwinRoom.module.css'

interface SideProps {
  simulator: Simulator
  which: 'first' | 'second'
  /** The settings that differ between the sides. */
  names: readonly SettingName[]
  /** What they are on this side. */
  settings: Partial<Settings>
  onSet: (change: Partial<Settings>) => void
  hide: readonly Hideable[]
  /** In a talk there is less height: the wires have one row, and nothing is set or opened. */
  presents: boolean
}

/** One of two runs: what is set otherwise than on the other side, its verdict, its stage, its bank. */
export function Side({ simulator, which, names, settings, onSet, hide, presents }: SideProps) {
  const id = useId()
  const words = changeInWords(Object.fromEntries(names.map(name => [name, settings[name]])))
  return (
    <SimulatorProvider simulator={simulator}>
      <section
        className={styles.side}
        aria-labelledby={id}
        data-testid={`twin-${which}`}
        data-layout="compact"
      >
        <header>
          <VisuallyHidden as="h2" id={id}>
            {words}
          </VisuallyHidden>
          <div className={styles.knobs} data-side={which}>
            <span className={styles.dash} aria-hidden="true" />
            {presents || hide.includes('settings') ? (
              <p className={styles.setTo} aria-hidden="true">
                {words}
              </p>
            ) : (
              <div className={styles.fields}>
                <LockablePart name="settings">
                  {names.map(name => (
                    <KnobField
                      key={name}
                      name={name}
                      knob={SCENARIO[name]}
                      value={settings[name]}
                      onSet={value => onSet({ [name]: value } as Partial<Settings>)}
                    />
                  ))}
                </LockablePart>
              </div>
            )}
          </div>
        </header>
        {!hide.includes('verdict') && (
          <div className={styles.verdict}>
            <JudgedVerdict withActions={false} label={`Verdict: ${words}`} />
          </div>
        )}
        {!hide.includes('stage') && (
          <LockablePart name="stage">
            <div className={styles.stage}>
              <Stage layout="compact" label={`Stage: ${words}`} {...(presents && { rows: 1 })} />
            </div>
            {!presents && (
              <Disclosure label="The bank" level={3} className={styles.bank}>
                <Bank folded />
              </Disclosure>
            )}
          </LockablePart>
        )}
      </section>
    </SimulatorProvider>
  )
}
