/** The words of the tables, for the pages that offer them as choices. */
export { evidenceKinds, isoCategoryNames, labelStates } from '@/db/schema/labels'
