import { screen } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderIn } from '../../testing/render-in.tsx'
import { forgetProgress, progress } from '../progress/progress.ts'
import { BALANCE, CHARGES, type Experiment } from './experiment.ts'
import { Predict } from './Predict.tsx'

const EXPERIMENT: Experiment = { id: 'test.twice', title: 'Twice', asks: [CHARGES, BALANCE] }
const HAPPENED = { charges: '2', balance: '80000' }
/** As the report tells it. */
const IN_WORDS = { 'How many times were you charged?': '2', 'What is left of $1,000?': '$800' }

/** A lab whose run is over as soon as it is told so. */
function Lab() {
  const [over, setOver] = useState(false)
  const [problem, setProblem] = useState('')
  return (
    <>
      <Predict
        experiment={EXPERIMENT}
        happened={over ? HAPPENED : null}
        onRun={() => {
          setOver(false)
          setProblem('')
        }}
        problem={problem}
        run="Press twice"
        explanation={<p>The second had no key.</p>}
      />
      <button type="button" onClick={() => setOver(true)}>
        Be over
      </button>
      <button type="button" onClick={() => setProblem('It broke down.')}>
        Fail
      </button>
      <button type="button" onClick={() => setOver(false)}>
        Go on
      </button>
    </>
  )
}

const button = (name: string) => screen.getByRole('button', { name })
const answer = (name: string) => screen.getByRole('radio', { name })

describe('a prediction', () => {
  beforeEach(forgetProgress)

  it('is committed before the run, said again after it, and compared', async () => {
    const { user } = renderIn({}, <Lab />)
    expect(button('Commit and press twice')).toHaveAttribute('aria-disabled', 'true')
    await user.click(answer('1'))
    await user.click(answer('$800'))
    await user.click(answer('Certain'))
    await user.click(button('Commit and press twice'))
    expect(screen.queryByText('The second had no key.')).not.toBeInTheDocument()
    await user.click(button('Be over'))
    expect(screen.getByText('What did you see?')).toBeVisible()
    await user.click(answer('2'))
    await user.click(answer('$800'))
    await user.click(button('Compare'))
    expect(screen.getByRole('row', { name: /^How many times were you charged\?/ })).toHaveTextContent(
      / 1 \(wrong\) 2 \(right\)2$/,
    )
    expect(screen.getByText('The second had no key.')).toBeVisible()
    expect(progress.getState().tried['test.twice']).toEqual({
      title: 'Twice',
      predicted: { 'How many times were you charged?': '1', 'What is left of $1,000?': '$800' },
      sure: 'certain',
      seen: IN_WORDS,
      happened: IN_WORDS,
    })
  })

  it('can be skipped: what happened is told at once', async () => {
    const { user } = renderIn({}, <Lab />)
    await user.click(button('Skip the prediction'))
    await user.click(button('Be over'))
    expect(screen.getByRole('row', { name: /^What is left/ })).toHaveTextContent('$800')
    expect(screen.queryByRole('columnheader', { name: 'You predicted' })).not.toBeInTheDocument()
    expect(progress.getState().tried['test.twice']).toEqual({
      title: 'Twice',
      predicted: null,
      sure: null,
      seen: null,
      happened: IN_WORDS,
    })
  })

  it('stays as it was at the end of its run, whatever the lab does then', async () => {
    const { user } = renderIn({}, <Lab />)
    await user.click(button('Skip the prediction'))
    await user.click(button('Be over'))
    await user.click(button('Go on'))
    expect(screen.getByRole('row', { name: /^What is left/ })).toHaveTextContent('$800')
  })

  it('is asked again when its run comes to nothing, and keeps what was answered', async () => {
    const { user } = renderIn({}, <Lab />)
    await user.click(answer('1'))
    await user.click(answer('$800'))
    await user.click(button('Commit and press twice'))
    await user.click(button('Fail'))
    expect(screen.getByText('It broke down.')).toBeVisible()
    expect(answer('1')).toBeChecked()
    await user.click(button('Commit and press twice'))
    expect(screen.queryByText('It broke down.')).not.toBeInTheDocument()
    await user.click(button('Be over'))
    expect(screen.getByText('What did you see?')).toBeVisible()
  })

  it('keeps the focus in its place while its buttons come and go, and can be made again', async () => {
    const { user } = renderIn({}, <Lab />)
    await user.click(button('Skip the prediction'))
    await user.click(button('Be over'))
    await user.click(button('Predict again'))
    expect(document.activeElement).toContainElement(answer('A guess'))
    expect(answer('1')).not.toBeChecked()
  })
})
