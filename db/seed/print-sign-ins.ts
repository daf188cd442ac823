import { demoPeople } from './demo-people'

/** What `npm start` prints below the address: whom the newcomer can be. */
const shown = demoPeople.filter(
  ({ part }, index) => demoPeople.findIndex((person) => person.part === part) === index,
)
const widest = Math.max(...shown.map(({ name }) => name.length))

console.log('The sign-in page lets you in as any of these invented people, without a password:\n')
for (const { name, part } of shown) console.log(`  ${name.padEnd(widest)}  ${part}`)
