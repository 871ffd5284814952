// docs/ERRORS.md: every way in which anything here says no, from the registry and its texts.
import { type ErrorCode, errors } from '@comanda/shared/domain/errors'
import { textOf } from '@comanda/shared/i18n/texts'

const intro = `# Errors

Every refusal, on the socket, over HTTP and in the log, has one of these codes. This file is made from the code
(\`npm run protocol\`); a test keeps it true.

- **HTTP** is the status of an HTTP answer: \`{"error": {"code", "field"?, "message", "kept", "next", "details"?}}\`, in English
  or Russian by \`Accept-Language\`.
- **close** is the code with which a socket is closed for it. The reason is JSON: \`{"code", "retryAfterMs"?}\`.
- **retry** tells a program what to do: *never* - show it to a person; *retry* - send the same again later; *resync* - say
  hello again first; *upgrade* - the program is too old.

| code | HTTP | close | retry | what happened | what was kept | what to do |
|---|---|---|---|---|---|---|
`

const row = (code: ErrorCode): string => {
  const entry = errors[code]
  const { message, kept, next } = textOf(code, 'en', { seconds: 30 })
  const close = 'close' in entry ? entry.close : ''
  return `| \`${code}\` | ${entry.http} | ${close} | ${entry.retry} | ${message} | ${kept} | ${next} |`
}

export const errorsDocument = (): string => {
  const codes = Object.keys(errors) as ErrorCode[]
  return `${intro}${codes.map(row).join('\n')}\n`
}
