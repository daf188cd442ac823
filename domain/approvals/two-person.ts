// Every operation that needs two people (R16.3), imported so that an approved request finds it.
import '@/domain/labels/clear-flag'
import '@/domain/labels/release-label'
import '@/domain/labels/restore-label'
import '@/domain/labels/withhold-label'
import '@/domain/deposits/record-deposit'
