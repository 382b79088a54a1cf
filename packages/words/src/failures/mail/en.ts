/** What is wrong with a mail server, or with how it was asked. Behind its name and port. */
export const troubles = {
  'no-name': { message: 'there is no server of this name.', hint: 'Check how it is written.' },
  'refused-host': {
    message: 'this server is inside a private network, which is not asked.',
    hint: 'Whoever runs Atelier can allow it.',
  },
  'unusual-port': {
    message: 'mail servers are not reached at this port.',
    hint: 'Use 993 or 143 to read, 465 or 587 to send; whoever runs Atelier can allow others.',
  },
  closed: {
    message: 'nothing answers at this port.',
    hint: 'Check the server and its port; it may be down.',
  },
  silent: {
    message: 'something takes the call there, and says nothing.',
    hint: 'Check the port: 993 or 465 with TLS, 143 or 587 with STARTTLS.',
  },
  web: {
    message: 'a web server answers there, not a mail server. No password was sent.',
    hint: 'Check the port: 993 or 465 with TLS, 143 or 587 with STARTTLS.',
  },
  ssh: {
    message: 'a server for remote sign-ins (SSH) answers there, not a mail server. No password was sent.',
    hint: 'Check the port: 993 or 465 with TLS, 143 or 587 with STARTTLS.',
  },
  pop3: {
    message: 'a POP3 server answers there, which knows no folders. No password was sent.',
    hint: 'Use the IMAP server of your provider, mostly at port 993.',
  },
  sends: {
    message: 'a server for sending (SMTP) answers there. No password was sent.',
    hint: 'To read, IMAP is needed, mostly at port 993.',
  },
  reads: {
    message: 'a server for reading (IMAP) answers there. No password was sent.',
    hint: 'To send, SMTP is needed, mostly at port 465.',
  },
  'other-service': {
    message: 'something answers there, but no mail server. No password was sent.',
    hint: 'Check the server and its port.',
  },
  'wants-tls': {
    message: 'this port speaks TLS from the first byte.',
    hint: 'Choose TLS instead of STARTTLS, or port 143 or 587.',
  },
  'wants-starttls': {
    message: 'this port does not speak TLS from the first byte.',
    hint: 'Choose STARTTLS instead of TLS, or port 993 or 465.',
  },
  'no-encryption': {
    message: 'no encryption is offered here, or somebody on the way has taken it out. No password was sent.',
    hint: 'Try TLS at port 993 (to read) or 465 (to send).',
  },
  'old-encryption': {
    message: 'only old encryption is spoken there, which others can read. No password was sent.',
    hint: 'Whoever runs the server has to allow TLS 1.2 or newer.',
  },
  'in-clear': {
    message: 'a password is not sent over a line that anybody can read.',
    hint: 'Choose TLS or STARTTLS.',
  },
  certificate: {
    message: 'nobody vouches for the certificate. No password was sent.',
    hint: 'Connect the mailbox again, and compare the fingerprint.',
  },
  'certificate-changed': {
    message: 'the certificate is another one than the one that was accepted. No password was sent.',
    hint: 'Have whoever runs the server confirm it, then connect the mailbox again.',
  },
  'certificate-expired': {
    message: 'the certificate has run out. No password was sent.',
    hint: 'Whoever runs the server has to renew it.',
  },
  password: {
    message: 'the user name or the password is not accepted.',
    hint: 'Check both; where two-factor sign-in is on, an app password is needed instead of the usual one.',
  },
  'app-password': {
    message: 'a password made for mail programs is wanted instead of the usual one.',
    hint: 'Make an app password in the settings of your account there, and enter it here.',
  },
  'signed-out': {
    message: 'the sign-in of this account is not taken any more.',
    hint: 'Sign in at the provider once more.',
  },
  'not-allowed': {
    message: 'mail programs are not let into this account.',
    hint: 'Allow IMAP in the settings of the account there, or ask whoever runs it.',
  },
  'too-many': {
    message: 'too many programs read this mailbox at once; the password was not judged.',
    hint: 'Close another one, or wait some minutes, and try again.',
  },
  later: {
    message: 'the server asks to be left alone for a while; the password was not judged.',
    hint: 'Try again in some minutes.',
  },
  slow: { message: 'the server took too long to answer.', hint: 'Try again in a moment.' },
  'broken-off': { message: 'the connection broke off.', hint: 'Try again in a moment.' },
  'too-large': {
    message: 'the server sent more than is safe to read.',
    hint: 'Tell whoever runs Atelier.',
  },
  unreadable: {
    message: 'what the server says cannot be read.',
    hint: 'Check the server and its port.',
  },
  'no-inbox': {
    message: 'the server lists no inbox.',
    hint: 'Check the user name; some accounts have no mailbox.',
  },
  refused: { message: 'the server did not do it.', hint: 'Try again in a moment.' },
};
