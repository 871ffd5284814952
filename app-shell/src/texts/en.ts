// English.
import type { ShellTexts } from './shell-texts.ts'

const count = (many: number, one: string, more: string): string => `${many} ${many === 1 ? one : more}`

export const en: ShellTexts = {
  opening: 'Opening…',
  unreachable: {
    message: 'The server does not answer.',
    kept: 'What was not sent yet is kept on this device.',
    next: 'Check that this device is in the restaurant’s network, and that the server runs.',
  },
  again: 'Try again',
  pairing: {
    title: 'Pair this device',
    how: 'A manager reads this with a phone’s camera, or types the code under “Let a device in”. Or run on the server:',
    qr: 'The same code for a manager’s camera',
    revoked: 'The access of this device was withdrawn. A manager can pair it again.',
    begin: 'Show a code',
    waits: 'Waiting for a manager’s yes…',
    over: 'The code is too old. Ask for a new one.',
    demo: 'Use this screen in the demo',
    wrongKind: 'This browser is paired as another kind of device. Pair it for this screen.',
  },
  signIn: {
    title: 'Sign in',
    who: 'Who are you?',
    pinOf: (name) => `PIN of ${name}`,
    back: 'Somebody else',
    offline: 'The server cannot be reached. Nobody new can sign in until it is back.',
    wait: (seconds) => `Too many tries: wait ${seconds} s.`,
    nobody: 'Nobody has a PIN or a badge yet. The owner gives one on the server.',
  },
  badge: {
    how: 'Or hold your badge to the scanner.',
    camera: 'Badge to the camera',
    stop: 'Close the camera',
    noCamera: 'The camera cannot be used. Sign in with the PIN.',
  },
  locked: {
    title: 'Locked',
    goOn: (name) => `Go on as ${name}`,
    other: 'Somebody else',
    offline: (name) => `The server cannot be reached, so no PIN can be checked. Only ${name} may go on.`,
  },
  cannotKeep: {
    what: 'This browser keeps nothing for this page.',
    kept: 'What was sent before is on the server. Nothing can be taken here: it could be lost.',
    next: 'Allow site data for this address (cookies and storage), or leave the private window; then load the page again. Until then write on paper.',
  },
  link: {
    reconnecting: 'Reconnecting…',
    offline: (unsent) => (unsent === 0 ? 'Offline – nothing waits.' : `Offline – ${unsent} not sent.`),
    offlineWhat: 'Go on working. What you send is kept here and goes out by itself.',
    stale: (at) => `Data from ${at}`,
    staleNever: 'Shown as this device last knew it',
    catchingUp: 'Catching up…',
    ended: {
      replaced: 'This screen was opened again elsewhere on this device.',
      refused: 'The server does not let this device in any more.',
      'signed-out': 'The server does not know this device or person any more.',
      upgrade: 'This program is too old for the server. What was waiting has been sent.',
    },
    storageFault: 'This device cannot keep what you tap. Write orders on paper and tell a manager.',
    insecure: 'Plain HTTP: this device cannot open without the server. Use the HTTPS address.',
    useHere: 'Use it here',
  },
  update: {
    title: 'A new version is here',
    what: 'It takes a second and can wait for a quiet moment.',
    unsaved: (drafts, unsent) =>
      [
        drafts > 0 ? `${count(drafts, 'line was', 'lines were')} begun and not sent.` : '',
        unsent > 0 ? `${count(unsent, 'thing waits', 'things wait')} to be sent.` : '',
        'It is all kept on this device.',
      ]
        .filter((part) => part !== '')
        .join(' '),
    now: 'Update now',
    later: 'Later',
    anyway: 'It is kept: update now',
  },
  signOut: {
    label: 'Sign out',
    unsent: (unsent) => `Not yet: ${count(unsent, 'thing is', 'things are')} not sent.`,
    unreachable: 'Not now: the server cannot be reached. Lock the screen instead.',
  },
  letIn: {
    title: 'Let a device in',
    code: 'The code that it shows',
    kind: 'What it is',
    kinds: {
      tablet: 'Waiter’s tablet',
      kitchen: 'Kitchen screen',
      front: 'Front terminal',
      office: 'Office',
      board: 'Guests’ board',
    },
    stations: 'Whose tickets it shows',
    allStations: 'none chosen: all of them',
    letIn: 'Let it in',
    done: 'It comes in by itself now.',
  },
  lock: 'Lock',
  language: 'Language',
  theme: { label: 'Look', system: 'As the device', light: 'Light', dark: 'Dark' },
  hand: { label: 'Held in', right: 'right hand', left: 'left hand' },
  approval: {
    title: 'This needs a yes',
    what: (action) => `A manager must allow: ${action}`,
    who: 'Who says yes?',
    ask: 'Ask the managers’ devices',
    asked: (left) => `Asked. Waiting for an answer, ${left} left…`,
    refused: 'The answer was no.',
    over: 'Nobody answered in two minutes.',
    yes: 'Allow',
    no: 'Refuse',
    cancel: 'Leave it',
    wants: (name, action) => `${name} asks: ${action}`,
    offline: 'An approval needs the server, and it cannot be reached.',
    gone: 'It was answered already, or is over.',
  },
}
