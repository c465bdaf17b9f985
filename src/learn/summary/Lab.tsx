import { Quiz } from './quiz/Quiz.tsx'

export function Lab() {
  return <Quiz />
}
