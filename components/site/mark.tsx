/** One narrow inked sort and one wide blank one, with nicks: a placeholder for the registry's own mark, and the favicon. */
export function SiteMark() {
  return (
    <svg className="mark" viewBox="0 0 48 30" aria-hidden="true">
      <path
        d="M2 0h13a2 2 0 0 1 2 2v26a2 2 0 0 1-2 2h-4v-2.5H6V30H2a2 2 0 0 1-2-2V2a2 2 0 0 1 2-2z"
        fill="currentColor"
      />
      <path
        fillRule="evenodd"
        d="M21 0h25a2 2 0 0 1 2 2v26a2 2 0 0 1-2 2H36v-2.5h-5V30H21a2 2 0 0 1-2-2V2a2 2 0 0 1 2-2zm-.5 2v23.5a.5.5 0 0 0 .5.5h25a.5.5 0 0 0 .5-.5V2a.5.5 0 0 0-.5-.5H21a.5.5 0 0 0-.5.5z"
        fill="currentColor"
      />
    </svg>
  )
}
