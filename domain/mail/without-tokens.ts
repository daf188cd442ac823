/** A link token of ours (`newToken`): 43 characters of base64url, and no longer word. */
const TOKEN = /(?<![\w-])[\w-]{43}(?![\w-])/g

/** A letter as it is kept once it is sent: that it went, to whom and what it said, without the key in its link. */
export function withoutTokens(text: string): string {
  return text.replace(TOKEN, '[removed after sending]')
}
