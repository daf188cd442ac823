/** What a visitor chose in the footer: preferences and nothing more. */
export const THEME_COOKIE = 'theme'
export const ZONE_COOKIE = 'zone'
