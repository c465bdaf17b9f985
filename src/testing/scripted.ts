import { createApi } from '../embed/api.ts'
import { simulated } from './simulated.ts'

/** A simulator and the API over it, as a script on the page has it. */
export function scripted(given?: Parameters<typeof simulated>[0]) {
  const { clock, simulator } = simulated(given)
  const api = createApi(simulator, Promise.resolve(), () => 'https://example.org/?seed=202')
  return { api, clock, simulator }
}
