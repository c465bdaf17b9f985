/** What a request to pay says. */
export interface Payment {
  readonly key: string
  readonly amount: number
  readonly user: number
}

/** The article's. */
export const PAYMENT: Payment = { key: 'uuid-101', amount: 100, user: 50 }
