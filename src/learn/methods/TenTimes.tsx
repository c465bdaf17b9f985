import { useState } from 'react'
import { effectOf, type Trial } from '../../sim/index.ts'
import type { Experiment } from '../predict/experiment.ts'
import { Predict } from '../predict/Predict.tsx'
import type { Answers } from '../progress/progress.ts'
import type { Sender } from './use-sender.ts'
import { statusesInWords } from './words.ts'

const EXPERIMENT: Experiment = {
  id: 'methods.ten-times',
  title: 'Ten of the same request',
  asks: [
    {
      id: 'answers',
      question: 'DELETE /users/1 ten times: which answers?',
      past: 'Which answers did ten DELETEs get?',
      options: [
        { value: '204', label: '204' },
        { value: '204 404', label: '204, then 404' },
        { value: '404', label: '404' },
      ],
    },
    {
      id: 'effect',
      question: 'Do ten DELETEs leave anything different from one?',
      past: 'Did ten DELETEs leave anything different from one?',
      options: [
        { value: 'again', label: 'Yes' },
        { value: 'once', label: 'No' },
      ],
    },
    {
      id: 'payments',
      question: 'POST /payments ten times: how many payments?',
      past: 'How many payments did ten POSTs make?',
      options: ['0', '1', '10'].map(value => ({ value, label: value })),
    },
  ],
}

/** Ten DELETEs and ten POSTs, predicted first. */
export function TenTimes({ sender }: { sender: Sender }) {
  const [made, setMade] = useState<readonly Trial[]>([])
  const [deletes, posts] = made
  return (
    <Predict
      experiment={EXPERIMENT}
      happened={deletes && posts ? happenedIn(deletes, posts) : null}
      run="Send both ten times"
      onRun={() => {
        const common = { start: 'user', times: 10 } as const
        setMade(sender.send({ sample: 'delete', ...common }, { sample: 'post', ...common }))
      }}
      explanation={
        deletes && (
          <p>
            The answers to DELETE were {statusesInWords(deletes.replies)}. The first one deleted; the others
            found nothing to delete and said so. What is stored is the same after one and after ten, and
            idempotent means just that. POST creates, and creates anew each time.
          </p>
        )
      }
    />
  )
}

function happenedIn(deletes: Trial, posts: Trial): Answers {
  return {
    answers: [...new Set(deletes.replies.map(({ status }) => status))].join(' '),
    effect: effectOf(deletes),
    payments: String(posts.afterAll.payments.length),
  }
}
