import type { Metadata } from 'next'
import Link from 'next/link'
import { LabelName } from '@/components/labels/label-name'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { TaskList } from '@/components/ui/task-list'
import type { Task } from '@/domain/applications/list-tasks'
import { isAccepting, isEditable, mayWithdraw } from '@/domain/applications/rules'
import { processNow } from '@/lib/clock'
import { ApplicationSide } from '../_parts/application-side'
import { loadApplication } from '../_parts/load-application'
import { WhereItStands } from '../_parts/where-it-stands'

type Props = { params: Promise<{ applicationId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lot } = await loadApplication((await params).applicationId)
  return { title: `Your application for ${lot.label}.org` }
}

/** The home of an application: its tasks while it is written, where it stands afterwards. */
export default async function ApplicationPage({ params }: Props) {
  const { applicationId } = await params
  const home = await loadApplication(applicationId)
  const { application, lot, round, groups } = home
  const base = `/portal/applications/${applicationId}`
  const writable = isEditable(application.state) && isAccepting(round, processNow())
  const tasks = groups.flatMap((group) => group.tasks)
  const completed = tasks.filter(({ state }) => state === 'completed').length
  return (
    <div className="wrap">
      <div className="application">
        <div>
          <Breadcrumb
            items={[
              { text: 'Your applications', href: '/portal' },
              { text: <span className="label">{lot.label}</span> },
            ]}
          />
          <h1>
            Your application for <LabelName label={lot.label} />
          </h1>
          {writable && (
            <p className="lede">
              {completed} of {tasks.length} tasks completed. Do them in any order. Everything you type is
              saved as you go.
            </p>
          )}
          {home.changedSinceSubmission && writable && (
            <div className="mt-6">
              <Notice tone="warn" title="You have changes that are not submitted">
                What counts is the version you submitted. Check your answers and submit again to replace it.
              </Notice>
            </div>
          )}
          {writable ? (
            <>
              <TaskList
                groups={groups.map(({ title, tasks: own }) => ({
                  title,
                  tasks: own.map((task) => linked(task, base)),
                }))}
              />
              <p className="mt-6 small">
                <Link href={`${base}/attachments`}>Add pictures and documents</Link>{' '}
                <span className="muted">
                  (optional, {home.attachments === 0 ? 'none yet' : `${home.attachments} of 10`})
                </span>
              </p>
            </>
          ) : (
            <WhereItStands home={home} />
          )}
          <div className="actions ruled mt-8">
            {home.versions.length > 0 && (
              <Button href={`${base}/receipt`} icon="file-check">
                Receipt
              </Button>
            )}
            {isEditable(application.state) && mayWithdraw(round.state) && (
              <Button href={`${base}/withdraw`} variant="quiet">
                Withdraw this application
              </Button>
            )}
          </div>
        </div>
        <ApplicationSide applicationId={applicationId} />
      </div>
    </div>
  )
}

function linked({ id, text, state, hint }: Task, base: string) {
  const href =
    id === 'registrar' ? `${base}/registrar` : id === 'submit' ? `${base}/check` : `${base}/sections/${id}`
  return { text, state, hint, href }
}
