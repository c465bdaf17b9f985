const LEAST = -(2n ** 63n)
const GREATEST = 2n ** 63n - 1n

/**
 * A whole number as Redis reads one (`string2ll`): 64 bits, no sign but a minus, no zero before it, nothing around it;
 * null for anything else. What is beyond a double's exact range is rounded: as a time it is refused anyway.
 */
export function wholeNumber(text: string): number | null {
  if (!/^(0|-?[1-9]\d{0,18})$/.test(text)) return null
  const value = BigInt(text)
  return value < LEAST || value > GREATEST ? null : Number(value)
}
