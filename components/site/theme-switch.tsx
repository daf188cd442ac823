const choices = [
  { value: 'system', text: 'System' },
  { value: 'light', text: 'Light' },
  { value: 'dark', text: 'Dark' },
]

/** Light, dark, or what the system says. A plain form: no script, no flash. */
export function ThemeSwitch({ theme, path }: { theme?: 'light' | 'dark'; path: string }) {
  return (
    <form action="/theme" method="post" className="row [--gap:.7rem]" aria-label="Theme">
      <input type="hidden" name="back" value={path} />
      {choices.map(({ value, text }) => (
        <button
          key={value}
          className="link"
          type="submit"
          name="theme"
          value={value}
          aria-pressed={value === (theme ?? 'system')}
        >
          {text}
        </button>
      ))}
    </form>
  )
}
