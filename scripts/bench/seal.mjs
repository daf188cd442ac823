/** How long a thousand sealed bids take to be opened, beside the bare cryptography. */
export async function bench({ task }) {
  console.log(await task(['tsx', 'scripts/bench/time-opening.ts', '1000']))
}
