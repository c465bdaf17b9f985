import { useSimulatorState } from '../../store/react.tsx'
import { Chip } from '../../ui/Chip.tsx'
import type { IconName } from '../../ui/Icon.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import type { Tone } from '../../ui/tone.ts'
import { useWatched } from '../world/use-lab-session.ts'
import styles from './Goal.module.css'
import { type GoalState, goalOf } from './goal.ts'

const SAID: Readonly<Record<GoalState['met'], { words: string; tone: Tone; icon: IconName }>> = {
  yes: { words: 'met', tone: 'safe', icon: 'check' },
  no: { words: 'not met', tone: 'lost', icon: 'cross' },
  'not yet': { words: 'not yet', tone: 'plain', icon: 'clock' },
}

/** What the learner is after, and how far that is: judged once nothing more will happen. */
export function Goal() {
  const watched = useWatched()
  const isEmpty = useSimulatorState(({ session }) => session.inputs.length === 0)
  const { met, why } = goalOf(watched)
  const { words, tone, icon } = SAID[met]
  return (
    <Sheet label="Goal" className={styles.goal}>
      <p className={styles.words}>
        <b>Goal:</b> the balance drops once, by the price of one payment, however many times you press.
      </p>
      <p className={styles.state} data-testid="goal" data-met={met}>
        <Chip tone={tone} icon={icon}>
          {words}
        </Chip>{' '}
        {watched || isEmpty ? why : 'Under way: judged when nothing more will happen.'}
      </p>
    </Sheet>
  )
}
