import type { Input } from '../sim/index.ts'

export const newPayment = (at: number): Input => ({ at, type: 'newPayment' })
export const payAmount = (at: number, amount: number): Input => ({ at, type: 'pay', amount })
export const drop = (at: number, message: string): Input => ({ at, type: 'dropMessage', message })
export const set = (at: number, settings: object): Input => ({ at, type: 'configure', settings })
