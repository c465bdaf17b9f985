import fc from 'fast-check'

// A property is tried on fewer examples, and a failing one is not made smaller: that it fails is all there is to know.
fc.configureGlobal({ numRuns: 30, endOnFailure: true })
