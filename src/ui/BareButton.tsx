import { type ComponentProps, type MouseEvent, useId } from 'react'
import { describedBy } from './described-by.ts'
import { useLocked } from './Locked.tsx'

export interface BareButtonProps extends Omit<ComponentProps<'button'>, 'disabled' | 'aria-disabled'> {
  /** Says that a press does nothing now, as where it is locked. The button stays focusable, so that the reason can be found. */
  disabled?: boolean | undefined
  /** Why it is disabled, as a sentence. Shown as the title and read as the description, only while disabled. */
  reason?: string | undefined
}

/** A button without looks, disabled by `aria-disabled`. What Button and IconButton are made of. */
export function BareButton({ disabled = false, reason, onClick, title, children, ...rest }: BareButtonProps) {
  const reasonId = useId()
  const locked = useLocked()
  const isDisabled = disabled || locked !== null
  const shown = locked ?? (disabled ? reason : undefined)

  function click(event: MouseEvent<HTMLButtonElement>) {
    // preventDefault, so that a disabled submit button does not submit
    if (isDisabled) event.preventDefault()
    else onClick?.(event)
  }

  return (
    <button
      type="button"
      {...rest}
      title={shown ?? title}
      aria-disabled={isDisabled || undefined}
      data-locked={locked !== null || undefined}
      aria-describedby={describedBy(rest['aria-describedby'], shown && reasonId)}
      onClick={click}
    >
      {children}
      {shown && (
        <span id={reasonId} hidden>
          {shown}
        </span>
      )}
    </button>
  )
}
