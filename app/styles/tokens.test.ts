import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Colour = { r: number; g: number; b: number }
type Tokens = Map<string, string>

const source = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
const [lightSource = '', darkSource = ''] = source.split('@variant dark')
const light = read(lightSource)
const dark = new Map([...light, ...read(darkSource.split('@media')[0]!)])
const themes = [
  ['light', light],
  ['dark', dark],
] as const

const statuses =
  'reserved withheld before released open review qualified live closed awarded allocated practice'.split(' ')

/** Foreground, background: text that must reach 4.5 : 1 (WCAG 1.4.3). */
const texts = [
  ...['ink', 'ink-2', 'ink-3', 'blue', 'blue-deep', 'live-deep', 'danger', 'ok', 'warn', 'practice'].map(
    (fg) => [fg, 'paper'],
  ),
  ...['ink', 'ink-2', 'ink-3', 'blue', 'danger', 'ok', 'warn'].map((fg) => [fg, 'face']),
  ['ink-2', 'well'],
  ['ink-3', 'well'],
  ['on-blue', 'blue'],
  ['on-blue', 'blue-deep'],
  ['on-live', 'live'],
  ['on-live', 'live-deep'],
  ['danger', 'danger-wash'],
  ['ok', 'ok-wash'],
  ['warn', 'warn-wash'],
  ['practice', 'practice-wash'],
  ['ink', 'blue-wash'],
  ['paper', 'ink'],
  ...statuses.map((name) => [`st-${name}-on`, `st-${name}-bg`]),
  ...statuses.map((name) => [`st-${name}-fg`, 'paper']),
  ...statuses.map((name) => [`st-${name}-fg`, 'face']),
  ...[0, 1, 2, 3, 4, 5, 6].map((step) => [`seq-${step}-on`, `seq-${step}`]),
] as [string, string][]

/** Edges, glyphs and rings that must reach 3 : 1 (WCAG 1.4.11). */
const shapes = [
  ['rule', 'paper'],
  ['rule', 'face'],
  ['live', 'paper'],
  ['focus', 'paper'],
  ['focus', 'face'],
  ['focus', 'well'],
] as [string, string][]

describe.each(themes)('%s theme', (_theme, tokens) => {
  it.each(texts)('%s is readable on %s', (foreground, background) => {
    expect(contrast(tokens, foreground, background)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(shapes)('%s shows on %s', (foreground, background) => {
    expect(contrast(tokens, foreground, background)).toBeGreaterThanOrEqual(3)
  })
})

describe('the reckoning itself', () => {
  it('agrees with known figures', () => {
    const known: Tokens = new Map([
      ['white', 'oklch(1 0 0)'],
      ['black', 'oklch(0 0 0)'],
    ])
    expect(contrast(known, 'white', 'black')).toBeCloseTo(21, 1)
    expect(contrast(light, 'ink', 'paper')).toBeCloseTo(15.71, 1)
    expect(contrast(dark, 'ink', 'paper')).toBeCloseTo(15.23, 1)
    expect(contrast(dark, 'st-reserved-on', 'st-reserved-bg')).toBeCloseTo(5.56, 1)
  })

  it('reads both themes', () => {
    expect(light.get('paper')).not.toBe(dark.get('paper'))
    expect(() => contrast(light, 'nothing', 'paper')).toThrow('nothing')
  })
})

function read(css: string): Tokens {
  return new Map(
    [...css.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!.trim()]),
  )
}

function contrast(tokens: Tokens, foreground: string, background: string): number {
  const [one, two] = [luminance(colour(tokens, foreground)), luminance(colour(tokens, background))]
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05)
}

function colour(tokens: Tokens, name: string): Colour {
  const value = tokens.get(name)
  const pointed = value?.match(/^var\(--([\w-]+)\)$/)
  if (pointed) return colour(tokens, pointed[1]!)
  const parts = value?.match(/^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/)
  if (!parts) throw new Error(`no colour: ${name}`)
  return fromOklch(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** OKLCH to linear sRGB, clipped to what a screen can show (CSS Color 4). */
function fromOklch(lightness: number, chroma: number, hue: number): Colour {
  const angle = (hue * Math.PI) / 180
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (value: number) => Math.min(Math.max(value, 0), 1)
  return {
    r: clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    g: clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    b: clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  }
}

function luminance({ r, g, b }: Colour): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
