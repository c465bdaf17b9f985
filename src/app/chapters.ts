import type { Page } from '../embed/page-knobs.ts'
import { SCENARIOS, type Scenario } from '../gallery/scenarios.ts'
import { sessionOf } from '../gallery/session-of.ts'
import type { Chapter } from '../presenter/chapter.ts'
import type { Session } from '../sim/index.ts'
import { runSession } from '../store/run-session.ts'
import { checksumOf } from './checksum.ts'

/** Only these words are the talk's own; the other chapters are scenarios of the gallery. */
const DOUBLE_CHARGE: Pick<Scenario, 'title' | 'question' | 'notice' | 'session'> = {
  title: 'The double charge',
  question: 'The page says nothing, and you press Pay again. How often are you charged?',
  notice: 'The first payment had worked. Without a key the bank cannot know a retry from a new payment.',
  session: { settings: { seed: 202 }, inputs: [0, 3000].map(at => ({ at, type: 'pay' as const })) },
}

const RACE = byId('check-then-act')

const CURE_OF_THE_RACE: typeof DOUBLE_CHARGE = {
  title: 'The cure of the race',
  question:
    'The same two requests. Now the bank claims the key before it charges. What does the second one see?',
  notice: 'The second found the key in use and was turned away with 409: only one of two can claim a key.',
  session: { ...RACE.session, settings: { ...RACE.session.settings, server: 'one-transaction' } },
}

/** The talk there is without a run in the address: the ghost, the double charge, its cure, a race, and the cure of that. */
export const TALK: readonly Chapter[] = [
  byId('ghost'),
  DOUBLE_CHARGE,
  byId('ghost-with-key'),
  RACE,
  CURE_OF_THE_RACE,
].map(chapterOf)

/** What a twin shows to which nothing has been pressed yet: the story's presses, under the luck and settings it has. */
function twinOfStory({ settings }: Session): Chapter {
  return {
    title: 'The same twice',
    question:
      'The same two presses, the same lost answers, one thing changed. How often is each side charged?',
    notice: null,
    session: { settings, inputs: DOUBLE_CHARGE.session.inputs },
  }
}

/** The chapters that an address asks for: its scenario or its run alone, or the talk there is. */
export function chaptersFor({ scenario }: Page, session: Session, isTwin: boolean): readonly Chapter[] {
  const named = SCENARIOS.find(({ id }) => id === scenario)
  if (named && !isTwin) return [asOpened(named, session)]
  if (session.inputs.length === 0) return isTwin ? [twinOfStory(session)] : TALK
  return [{ title: named?.title ?? 'This run', question: null, notice: null, session }]
}

/** A scenario whose settings an address may have changed: where it ends otherwise, its lesson is not that one's. */
function asOpened(scenario: Scenario, session: Session): Chapter {
  const [its, opened] = [sessionOf(scenario), session].map(each => checksumOf(runSession(each)))
  return { ...chapterOf(scenario), session, ...(its !== opened && { notice: null }) }
}

function byId(id: string): Scenario {
  const found = SCENARIOS.find(scenario => scenario.id === id)
  if (!found) throw new Error(`There is no scenario ${id}.`)
  return found
}

function chapterOf({ title, question, notice, session }: typeof DOUBLE_CHARGE): Chapter {
  return { title, question, notice, session: sessionOf({ session }) }
}
