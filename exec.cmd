@rem `npm start` begins with `exec`, so that a signal for npm reaches the server and not a shell. Windows lacks the word.
@%*
