import { pay, type Run } from '../run.ts'

/** A step of the lesson: what to open, say and ask, what is seen then, and what to do without a projector. */
export interface Phase {
  readonly id: string
  readonly title: string
  readonly minutes: number
  /** The run that the link opens, standing at its beginning, and what it ends with once it is played. */
  readonly run?: Run
  /** In its place: the chapter that the link opens. */
  readonly chapter?: string
  readonly say: string
  readonly ask: string
  readonly see: string
  /** Without a projector. */
  readonly without: string
}

const STORY = { seed: 202 } as const

/** The lesson: five steps, twenty minutes in all, and what to take home. A test holds their figures on the runs. */
export const PHASES: readonly Phase[] = [
  {
    id: 'predict',
    title: 'Predict',
    minutes: 3,
    run: {
      settings: STORY,
      inputs: [...pay(0), { at: 4500, type: 'newPayment' }],
      ends: { charges: [1], beliefs: ['unknown'], answers: [201] },
    },
    say: 'You buy something for $100. The page waits 2.5 seconds, and says nothing. You give up.',
    ask: 'Was the money taken? Hands up: yes, no, nobody can know. Only then press Play.',
    see: 'The bank charges $100 at 0.9 s; its answer is lost at 1.4 s. $900 is left, and nobody on the client’s side knows.',
    without:
      'Draw two columns, you and the bank; an arrow to the bank that arrives, and an arrow back that does not.',
  },
  {
    id: 'break',
    title: 'Break',
    minutes: 5,
    run: {
      settings: STORY,
      inputs: pay(0),
      ends: { charges: [1], beliefs: ['unknown'], answers: [201] },
    },
    say: 'Now you want the thing badly. Play it until it times out; then the class says when to press Pay again.',
    ask: 'How do you get the bank to take the money twice? And which of its answers will you get to see?',
    see: 'Whenever you press after the timeout, the bank charges again, and $800 is left where $900 should be. You are told “paid” once, and suspect nothing.',
    without:
      'One pupil plays the client, one the bank with a slip for each charge, one the network that drops the first answer.',
  },
  {
    id: 'explain',
    title: 'Explain',
    minutes: 4,
    run: {
      settings: STORY,
      inputs: pay(0, 3000),
      ends: { charges: [2], beliefs: ['paid'], answers: [201, 201] },
    },
    say: 'Two presses, three seconds apart. Go through it with Step forward, then press Explain beside the verdict.',
    ask: 'Who made a mistake: the person, the client, the network or the bank?',
    see: 'The second charge, at 3.9 s. No part broke its rules: two requests came, and the bank did both. Nothing in them said that they were one payment.',
    without: 'Take the slips from before: could the bank have told the second from a new purchase?',
  },
  {
    id: 'cure',
    title: 'Cure',
    minutes: 5,
    run: {
      settings: { ...STORY, keys: 'per-payment' },
      inputs: pay(0, 3000),
      ends: { charges: [1], beliefs: ['paid'], answers: [201, 201] },
    },
    say: 'The same bad luck and the same presses, but each request carries a key, made once for the payment.',
    ask: 'The first answer is lost all the same. What will the bank say to the second request?',
    see: 'One charge: $900 is left. The bank knows the key at 3.7 s and gives its saved answer, marked as replayed.',
    without: 'Play it again with a name on the slips: before charging, the bank looks through them.',
  },
  {
    id: 'race',
    title: 'Race',
    minutes: 3,
    run: {
      settings: { seed: 3, keys: 'per-payment', responseLoss: 0, server: 'check-then-act' },
      inputs: pay(0, 150),
      ends: { charges: [2], beliefs: ['paid'], answers: [201, 201] },
    },
    say: 'The key is right, and nothing is lost. But this bank looks first, and writes the key down later.',
    ask: 'Two requests, 0.15 s apart. What does the second one see when it looks?',
    see: 'Both look at 0.8 and 0.9 s and find nothing; both charge: $800 is left. Looking and writing have to be one step.',
    without: 'Two pupils play the bank and share one list; both look at it before either writes.',
  },
  {
    id: 'home',
    title: 'To take home',
    minutes: 0,
    chapter: 'summary',
    say: 'Eighteen questions, each with a run that answers it. Nobody watches, and there is no clock.',
    ask: 'Which answers were you certain of, and wrong about?',
    see: 'A score, the beliefs to look at again, and a report to print and bring along.',
    without: 'Copy the beliefs of the teachers’ page onto the board, and ask of each what speaks against it.',
  },
]
