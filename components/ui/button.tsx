import Link from 'next/link'
import { Icon, type IconName } from './icon'

export type ButtonVariant = 'primary' | 'default' | 'quiet' | 'danger' | 'live' | 'ink'

type Look = {
  /** One `primary` per view; `live` only into a running room. */
  variant?: ButtonVariant
  size?: 's' | 'm' | 'l'
  /** Fills its container. */
  wide?: boolean
  icon?: IconName
}
type ButtonProps = Look & { href?: undefined } & React.ComponentProps<'button'>
type LinkProps = Look & { href: string; download?: boolean } & Omit<
    React.ComponentProps<'a'>,
    'href' | 'download'
  >

/** The class list behind `Button`, for controls that cannot be one (a summary, a label). */
export function buttonClass({ variant = 'default', size = 'm', wide }: Look): string {
  return ['btn', variant !== 'default' && variant, size !== 'm' && size, wide && 'wide']
    .filter(Boolean)
    .join(' ')
}

/**
 * A button, or with `href` a link that looks like one. Downloads, `/api` and other sites get a plain anchor.
 * In a form use `SubmitButton`, which shows that it is working.
 */
export function Button({ variant, size, wide, icon, children, ...rest }: ButtonProps | LinkProps) {
  const className = [buttonClass({ variant, size, wide }), rest.className].filter(Boolean).join(' ')
  const content = (
    <>
      {icon && <Icon name={icon} size="s" />}
      {icon ? <span>{children}</span> : children}
    </>
  )
  if (rest.href === undefined) {
    return (
      <button type="button" {...rest} className={className}>
        {content}
      </button>
    )
  }
  if (rest.download || !rest.href.startsWith('/') || rest.href.startsWith('/api')) {
    return (
      <a {...rest} className={className}>
        {content}
      </a>
    )
  }
  const { download: _never, ...link } = rest
  return (
    <Link {...link} prefetch={false} className={className}>
      {content}
    </Link>
  )
}
