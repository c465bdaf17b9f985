import { createContext } from 'react'
import type { Run } from '../run.ts'

/** The runs that the prose around may point to. */
export const RunsContext = createContext<Readonly<Record<string, Run>>>({})
