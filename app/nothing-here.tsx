import { Button } from '@/components/ui/button'
import { currentActor } from '@/lib/access/current-actor'
import { homeOf } from './home-of'

/** Unknown and foreign things look the same here, so that an address never tells what exists. */
export async function NothingHere() {
  const actor = await currentActor()
  const person = actor.kind === 'person' ? actor : undefined
  return (
    <div className="wrap page">
      <div className="trouble stack max-w-160">
        <h1>There is nothing here for you</h1>
        <p className="soft">
          The address may be mistyped, or the page belongs to someone else.{' '}
          {person
            ? `You are signed in as ${person.name}; a link from us opens for whom it was sent to.`
            : 'If you followed a link from us, sign in and try again.'}
        </p>
        <p className="row">
          <Button href="/labels" variant="primary">
            Browse the catalogue
          </Button>
          {person ? (
            <Button href={homeOf(person)}>Go to your work</Button>
          ) : (
            <Button href="/sign-in">Sign in</Button>
          )}
        </p>
      </div>
    </div>
  )
}
