import { spell } from '@/domain/labels/spell'

/**
 * A name in running text or a heading: the label in ink, `.org` in the third ink, mono with slashed zero, left to right
 * in any script. Assistive technology also hears it spelled, unless `spelled={false}` because the words stand beside it.
 * `suffix={false}` shows the bare label.
 */
export function LabelName({
  label,
  suffix = true,
  spelled = true,
}: {
  label: string
  suffix?: boolean
  spelled?: boolean
}) {
  return (
    <bdi dir="ltr" className={suffix ? 'dom' : 'label'}>
      {suffix ? <b>{label}</b> : label}
      {suffix && '.org'}
      {spelled && <span className="sr-only"> ({spell(label)})</span>}
    </bdi>
  )
}
