import { createContext } from 'react'

/** Whether things may move: as the system says, never, or always. In framer-motion's words, since it is the reader. */
export const MotionPreference = createContext<'user' | 'always' | 'never'>('user')
