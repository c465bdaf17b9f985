/** What passes between a page and the worker an engine runs in. One question at a time. */
export type ToWorker<Question> = { readonly id: number; readonly question: Question }

export type FromWorker<Answer> =
  /** Something has arrived: 0 where it is not known of how much, 1 once all is there. */
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'ready' }
  | { readonly type: 'absent'; readonly reason: string }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly type: 'refusal'; readonly id: number; readonly reason: string }
