import { Sort } from '@/components/labels/sort'

/** What would be here, why it is empty, and one thing to do. */
export function EmptyState({
  title,
  children,
  action,
  sorts = true,
}: {
  title: string
  children?: React.ReactNode
  action?: React.ReactNode
  sorts?: boolean
}) {
  return (
    <div className="empty">
      {sorts && (
        <span className="sorts" aria-hidden="true">
          <Sort label="" status="reserved" />
          <Sort label="" status="reserved" />
          <Sort label="" status="reserved" />
        </span>
      )}
      <h3>{title}</h3>
      {children && <p>{children}</p>}
      {action}
    </div>
  )
}
