/**
 * The words of runs, which compressed links take for granted; the most frequent stand last, where they are nearest. It is
 * part of the format `1.`: a changed letter makes every link unreadable that was ever shared. New words need a new
 * format beside this one; run-link.test.ts holds it.
 */
export const RUN_WORDS = [
  '"lease":10000,"ttl":86400000,"memory":"per-instance","memory":"shared",',
  '"keyRequired":"on","keyRequired":"off","errorReplay":"run-again","errorReplay":"saved",',
  '"serverError":"after-charge","serverError":"none","pause":3000,',
  '"crash":"after-answer-is-ready","crash":"after-record","crash":"before-charge","crash":"none","crash":"after-charge",',
  '"rateLimit":0.5,"duplicate":0.5,"card":"declined","card":"ok","amount":10000,',
  '"jitter":"equal","jitter":"none","jitter":"full","backoff":"exponential","backoff":"fixed","attempts":10,',
  '"retry":"manual","retry":"auto","timeout":2500,"latency":"600-800","latency":"100-2000","requestLoss":0.5,',
  '"responseLoss":0.25,"responseLoss":0.75,"responseLoss":0,"responseLoss":1,"server":"no-key",',
  '"server":"saved-response-downstream-key","server":"saved-response","server":"lua-get-or-claim",',
  '"server":"lock-check-outside","server":"set-nx","server":"unique-409","server":"unique-200",',
  '"server":"charge-then-record","server":"check-then-act","server":"one-transaction",',
  '"keys":"too-long","keys":"empty","keys":"per-session","keys":"per-attempt","keys":"off","keys":"per-payment",',
  '{"at":00,"type":"dropMessage","message":"p3.a3.request"},{"at":00,"type":"dropMessage","message":"p2.a2.response"},',
  '{"at":00,"type":"dropMessage","message":"p1.a1.request"},{"at":00,"type":"dropMessage","message":"p1.a1.response"},',
  '{"at":00,"type":"configure","settings":{"responseLoss":0}},{"at":00,"type":"configure","settings":{"retry":"auto"}},',
  '{"at":00,"type":"configure","settings":{"keys":"off"}},{"at":00,"type":"configure","settings":{"keys":"per-payment"}},',
  '{"at":00,"type":"pay","amount":5000},{"at":00,"type":"newPayment"},{"at":500,"type":"pay"},{"at":000,"type":"pay"}]',
  ',"at":0,"end":"{"settings":{"seed":202,"keys":"per-payment"},"inputs":[{"at":0,"type":"pay"},{"at":',
].join('')
