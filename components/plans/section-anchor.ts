/** The anchor of a section, for outlines and for citing a passage. */
export function sectionAnchor(sectionId: string): string {
  return `plan-${sectionId}`
}
