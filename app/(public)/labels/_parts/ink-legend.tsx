import { interestScale, priceScale } from '@/domain/labels/ink-scales'

/** The steps of a scale with their numbers, and what has none. */
export function InkLegend({ ink }: { ink: 'interest' | 'price' }) {
  const scale = ink === 'interest' ? interestScale : priceScale
  return (
    <div className="key mb-4" role="note">
      <b className="font-[550]">{ink === 'interest' ? 'Applications' : 'Price, now or as awarded'}</b>
      {scale.map(({ words }, step) => (
        <span key={words}>
          <i data-ink={step} className="bg-(--bg)!" />
          {words}
        </span>
      ))}
      {ink === 'interest' && (
        <span>
          <i className="hatch" />
          Not shown until applications close
        </span>
      )}
    </div>
  )
}
