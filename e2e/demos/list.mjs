/** Every demo, in the order in which they tell the story. */
export const DEMOS = /** @type {const} */ ([
  { name: 'ghost', about: 'Was I charged? A lost request and a lost answer look the same.' },
  { name: 'double-charge', about: 'A lost answer, a second press, and two charges.' },
  { name: 'cure', about: 'The same bad luck with an idempotency key: one charge.' },
  {
    name: 'race',
    about: 'A double click meets a bank that checks, then acts; then one that does both at once.',
  },
  { name: 'twin', about: 'The same presses and losses without a key and with one, side by side.' },
])
