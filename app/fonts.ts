import localFont from 'next/font/local'

/** Headings only, weight 430. */
export const besley = localFont({
  src: '../node_modules/@fontsource-variable/besley/files/besley-latin-wght-normal.woff2',
  weight: '400 900',
  variable: '--font-besley',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
})

/** Text and interface. */
export const publicSans = localFont({
  src: '../node_modules/@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-public-sans',
  display: 'swap',
})

/** Fetched only by pages that set something in italics. */
export const publicSansItalic = localFont({
  src: '../node_modules/@fontsource-variable/public-sans/files/public-sans-latin-wght-italic.woff2',
  weight: '100 900',
  style: 'italic',
  variable: '--font-public-sans-italic',
  display: 'swap',
  preload: false,
})

/** Labels, references and hashes. IBM's own files: other builds of Plex Mono lost the slashed zero. */
export const plexMono = localFont({
  src: [
    {
      path: '../node_modules/@ibm/plex-mono/fonts/split/woff2/IBMPlexMono-Regular-Latin1.woff2',
      weight: '400',
    },
    {
      path: '../node_modules/@ibm/plex-mono/fonts/split/woff2/IBMPlexMono-Medium-Latin1.woff2',
      weight: '500',
    },
  ],
  variable: '--font-plex-mono',
  display: 'swap',
  adjustFontFallback: false,
})
