'use client'

import { useFormStatus } from 'react-dom'
import { type ButtonVariant, buttonClass } from './button'
import { Icon, type IconName } from './icon'

/**
 * The button that sends its form. While the answer is under way it says `busy` and takes no second click; both words
 * are set from the start, so that its width never changes. With `name` and `value` it tells one of several buttons from
 * the others.
 */
export function SubmitButton({
  children,
  busy = 'Sending',
  variant = 'primary',
  size,
  wide,
  icon,
  disabled,
  ...rest
}: {
  children: React.ReactNode
  busy?: string
  variant?: ButtonVariant
  size?: 's' | 'm' | 'l'
  wide?: boolean
  icon?: IconName
  disabled?: boolean
  name?: string
  value?: string
  formAction?: string
  /** The id of a form elsewhere in the page that it sends. */
  form?: string
}) {
  const { pending } = useFormStatus()
  return (
    <button
      {...rest}
      type="submit"
      className={buttonClass({ variant, size, wide })}
      disabled={disabled}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
    >
      <span className="busy">
        <span data-away={pending || undefined}>
          {icon && <Icon name={icon} size="s" />}
          {children}
        </span>
        <span data-away={!pending || undefined}>
          <Icon name="loader-circle" size="s" className="turning" />
          {busy}
        </span>
      </span>
    </button>
  )
}
