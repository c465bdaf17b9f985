/**
 * The words of the quiz: one entry a question, in the order in which they are asked. What is right is not said here: each
 * answer is looked up in the run (questions.ts). A test holds that the two files name the same questions and answers.
 */
export const WORDS = {
  'timeout-failed': {
    wrong: 'A timeout means that it failed.',
    situation:
      'Nothing gets lost, but every message travels 1.3 to 1.5 seconds, and your client waits 2.5 seconds for an answer. You press Pay once, and it times out.',
    ask: 'What has become of the payment?',
    answers: {
      failed: 'It failed: nothing is charged, then or later',
      lost: 'It was charged, and the answer was lost on its way',
      charged: 'It was charged, and the answer is still on its way',
      queued: 'The bank had not begun with it yet',
    },
    because:
      'The way there and back took longer than your client waited. A timeout ends the waiting, not the payment: the answer came after it, and said “paid”.',
  },
  'lost-looks-different': {
    wrong: 'A lost request and a lost answer look different.',
    situation:
      'You make two payments, and no answer comes to either. Of one of them the request was lost, of the other the answer.',
    ask: 'By what could your client tell which one was charged?',
    answers: {
      error: 'By an error: a lost request is reported',
      time: 'By the time it took until the timeout',
      needless: 'It need not: neither was charged',
      nothing: 'By nothing: it sees the same twice',
    },
    because:
      'To your client both are 2.5 seconds of silence, to the millisecond. Only the ledger knows that the second was charged and the first was not.',
  },
  'longer-timeout': {
    wrong: 'A longer timeout, or a greyed-out button, cures it.',
    situation:
      'Your client now waits 20 seconds instead of 2.5, and Pay is greyed out meanwhile. There are no keys. The first answer is lost; after 21 seconds you press again, and that answer arrives.',
    ask: 'How many times are you charged?',
    answers: {
      zero: 'Not at all',
      one: 'Once',
      two: 'Twice',
    },
    because:
      'Waiting does not bring a lost answer back. The second request reached the bank later than it would have, and was as new to it as ever.',
  },
  'vain-tries': {
    wrong: 'After five tries without an answer, nothing was charged.',
    situation:
      'There is a key. Of the requests 30% are lost, of the answers 50%. Your client tries five times, each time in vain, and gives up.',
    ask: 'With every try in vain, what became likelier?',
    answers: {
      surer: 'That you were charged',
      less: 'That you were not charged',
      same: 'Neither: a lost message tells nothing',
    },
    because:
      'One request that got through is enough, and every try is another chance of one. After one try in vain you were charged with a probability of 54%, after five of 98%. In this run the first had got through.',
  },
  'retry-4xx': {
    wrong: 'A 4xx on the retry means that the payment failed.',
    situation:
      'The answer to your first attempt is lost. The bank is busy and answers your retry with 429 Too Many Requests. Both carry the same key.',
    ask: 'What has become of the payment?',
    answers: {
      failed: 'It failed: 4xx is a refusal',
      first: 'It was charged by the first attempt',
      retry: 'It was charged by the retry',
    },
    because:
      'The 429 was given before anybody looked at the request: it speaks of the retry alone. The first attempt had been charged by then.',
  },
  'exactly-once': {
    wrong: 'A good queue delivers exactly once.',
    situation: 'The network delivers one request twice. The request carries a key.',
    ask: 'What happened exactly once?',
    answers: {
      delivery: 'The delivery: the copy was held back',
      effect: 'The charge, although it was delivered twice',
      answer: 'The answer: the copy got none',
      nothing: 'Nothing: there were two deliveries and two charges',
    },
    because:
      'At least once is what a network can promise. What happened once is the effect, inside one boundary: the bank knew the key of the copy.',
  },
  'same-response': {
    wrong: 'Idempotent means that the response is the same.',
    situation:
      'The bank inserts the key before it charges, and answers 409 where the key is there already. Your first request gets 201, which is lost; your retry with the same key gets 409.',
    ask: 'Was the payment idempotent?',
    answers: {
      no: 'No: another answer means that something else was done',
      replayed: 'Yes: the retry got the first answer again',
      yes: 'Yes: sent twice, it had the effect of once',
    },
    because:
      'Idempotence is about the effect: one entry in the ledger after two requests. That your client learns little from a 409 is a reason to save the answer as well, but another matter.',
  },
  'new-uuid': {
    wrong: 'Every request needs a UUID of its own.',
    situation:
      'Your client sends a key with every request, each time a fresh UUID. The first answer is lost; you press again, and that answer arrives.',
    ask: 'How many times are you charged?',
    answers: {
      two: 'Twice',
      one: 'Once: the bank knows keys',
      zero: 'Not at all: the second key is refused',
    },
    because: 'A new key says “a new payment”. It has to be made once a payment, and kept for every attempt.',
  },
  'body-hash': {
    wrong: 'A hash of the body is a good key.',
    situation:
      'Your client takes a hash of the body as the key. You buy a ticket for $100, and then, on purpose, another one: the same body, the same key.',
    ask: 'What becomes of the second ticket?',
    answers: {
      charged: 'It is charged: two payments, two charges',
      swallowed: 'You are told “paid”, and it is not charged',
      refused: 'The bank refuses it with 422',
    },
    because:
      'Two equal purchases look like one and its retry. The bank replayed the answer to the first. (The run uses one key for both payments, which is what equal bodies come to.)',
  },
  'keys-for-ever': {
    wrong: 'Keys live for ever.',
    situation:
      'The bank remembers a key for 3 seconds. Your first payment is charged, its answer is lost, and you retry 5 seconds after the first press with the same key.',
    ask: 'What is the retry to the bank?',
    answers: {
      replay: 'A retry: it gives its saved answer',
      conflict: 'A conflict: it answers 409',
      refused: 'A key out of date: it refuses it',
      fresh: 'A new request: it charges',
    },
    because:
      'A key that is forgotten is a key that was never seen. A bank has to keep it longer than the longest time after which a client still retries.',
  },
  'select-insert': {
    wrong: 'SELECT, then INSERT, is enough.',
    situation:
      'The bank looks whether the key is there; if it is not, it writes it down and charges. Two requests with one key come 0.15 seconds apart. Nothing is lost.',
    ask: 'What happens?',
    answers: {
      conflict: 'One charge; the other request gets 409',
      both: 'Two charges',
      replay: 'One charge; the other request gets the saved answer',
    },
    because:
      'Both looked before either had written, so both saw nothing. Looking and writing have to be one step: a unique constraint, SET NX, or one script.',
  },
  'record-after': {
    wrong: 'It is enough to record the key after the charge.',
    situation:
      'The bank charges, and then writes down the key. Between the two its worker crashes. You retry with the same key.',
    ask: 'How many times are you charged?',
    answers: {
      zero: 'Not at all: a crash undoes the charge',
      two: 'Twice',
      one: 'Once: the retry finds the charge',
    },
    because:
      'The charge was there and the key was not, so the retry looked new. What lies between two writes happens twice; in one transaction nothing lies between them.',
  },
  'conflict-paid': {
    wrong: 'A 409 tells the client that it is paid.',
    situation:
      'You press twice in a hurry, with one key. The bank takes the first request; the second, while the first is in flight, gets 409, and that answer overtakes the first one’s.',
    ask: 'What does your client know when the 409 arrives?',
    answers: {
      paid: 'That it is paid',
      failed: 'That it failed',
      unknown: 'Nothing yet: it has to wait or ask again',
    },
    because:
      'A 409 says that somebody is at work on this key, not how that will end. Here the 201 followed; after a crash it never does. The client asks again, with the same key.',
  },
  'short-ttl': {
    wrong: 'One time to live does for lock and answer: a short one.',
    situation:
      'Lock and saved answer live 1.5 seconds, so that a dead worker soon makes room. A worker claims the key, then sleeps for 4 seconds before it charges. You retry after 3 with the same key.',
    ask: 'How many times are you charged?',
    answers: {
      once: 'Once: the sleeper finds that its lock is gone',
      locked: 'Once: the retry is turned away by the lock',
      two: 'Twice',
    },
    because:
      'The lock ran out while its worker slept; the retry claimed the key and charged, and the sleeper woke and charged as well. A lock with a time to live is a lease: its holder has to be fenced off.',
  },
  'long-ttl': {
    wrong: 'One time to live does for lock and answer: a long one.',
    situation:
      'Now both live 24 hours, so that late retries still get their answer. A worker claims the key and dies before it charges. You retry after 3 seconds, and after a minute.',
    ask: 'What do you get?',
    answers: {
      conflict: '409 both times, and nothing is charged',
      paid: 'Paid: the retry takes over',
      failed: 'An answer that says that it failed',
    },
    because:
      'The claim of the dead worker stands for a day, and every retry meets it. A lock wants seconds, an answer days: they need two times to live.',
  },
  'in-memory': {
    wrong: 'A map in memory is fine behind a load balancer.',
    situation:
      'Two instances of the bank, each with its keys in its own memory. The first answer is lost, and the load balancer sends your retry, with the same key, to the other instance.',
    ask: 'How many times are you charged?',
    answers: {
      one: 'Once: the key is the same',
      zero: 'Not at all: the other instance refuses the key',
      two: 'Twice',
    },
    because:
      'Key and code were right, but the key lay in the memory of the other instance. The store has to be one that all of them ask.',
  },
  'never-double': {
    wrong: '“Never charged twice” is all that counts.',
    situation:
      'This bank never charges twice: it inserts the key first, and says 200 where it finds it. Its worker crashes after the insert and before the charge. You retry with the same key.',
    ask: 'What do you end with?',
    answers: {
      paid: 'Told “paid”, and charged once',
      unpaid: 'Told “paid”, and not charged',
      unknown: 'Told nothing, and not charged',
    },
    because:
      'The retry found the key, and the bank took that for the work. A bank that charges nobody is never wrong by the measure of “not twice”: it also has to be true what it says, and a retry has to mend it.',
  },
  'delete-404': {
    wrong: 'A DELETE that answers 404 is not idempotent.',
    situation:
      'You send DELETE /users/1, and the answer, 204, is lost. You send it again, and get 404. The user is gone.',
    ask: 'Was that DELETE idempotent?',
    answers: {
      yes: 'Yes: sent once or twice, the user is gone',
      no: 'No: the answers differ',
      soft: 'No: only a soft delete is',
    },
    because:
      'RFC 9110 asks for the same effect, not the same answer. The 404 may puzzle a client that retries; that is why some prefer a soft delete.',
  },
} as const

export type QuestionId = keyof typeof WORDS

/** The answers there are to a question. */
export type AnswerId<Id extends QuestionId> = keyof (typeof WORDS)[Id]['answers'] & string
