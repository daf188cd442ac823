import Markdown, { type Components } from 'react-markdown'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'

const allowed = ['p', 'h3', 'h4', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'blockquote', 'br']

const schema = {
  ...defaultSchema,
  tagNames: [...allowed, 'h1', 'h2', 'h5', 'h6'],
  attributes: { a: ['href'] },
  protocols: { href: ['http', 'https', 'mailto'] },
}

/** Headings of a plan stand below those of the page, whatever the writer chose. */
const components: Components = {
  h1: 'h4',
  h2: 'h4',
  h3: 'h4',
  h4: 'h5',
  h5: 'h5',
  h6: 'h5',
  a: ({ href, children }) => (
    <a href={href} rel="nofollow ugc noopener noreferrer">
      {children}
    </a>
  ),
}

/** Markdown that people wrote, as text: headings, lists, links, bold, italic, quotes. Everything else stays text. */
export default function MarkdownText({ text }: { text: string }) {
  return (
    <div className="prose">
      <Markdown rehypePlugins={[[rehypeSanitize, schema]]} components={components}>
        {text}
      </Markdown>
    </div>
  )
}
