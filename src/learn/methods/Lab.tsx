import { LateDuplicate } from './LateDuplicate.tsx'
import { MethodTable } from './MethodTable.tsx'
import { SendForm } from './SendForm.tsx'
import { TenTimes } from './TenTimes.tsx'
import { Trials } from './Trials.tsx'
import { useSender } from './use-sender.ts'

/** Send each method once and n times, fill in what it is, and let a copy come late. */
export function Lab() {
  const sender = useSender()
  return (
    <>
      <TenTimes sender={sender} />
      <SendForm sender={sender} />
      <Trials trials={sender.trials} />
      <MethodTable sender={sender} />
      <LateDuplicate />
    </>
  )
}
