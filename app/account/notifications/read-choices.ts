/** One choice per kind of letter, from fields named `delivery.<kind>`. */
export function readChoices(form: FormData) {
  const PREFIX = 'delivery.'
  const chosen = [...form.entries()].filter(([name]) => name.startsWith(PREFIX))
  return {
    choices: Object.fromEntries(chosen.map(([name, value]) => [name.slice(PREFIX.length), String(value)])),
  }
}
