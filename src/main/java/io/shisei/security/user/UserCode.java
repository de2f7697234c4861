package io.shisei.security.user;

import io.shisei.refusal.Refusal;

/** Rules on who may log in, and with what. */
public enum UserCode implements Refusal.Code {
    UNKNOWN_USER,
    USERNAME_LETTERS,
    /** It means somebody else in filters. */
    USERNAME_IS_A_WORD,
    USERNAME_TAKEN,
    /** Nobody locks themself out by accident. */
    OWN_USER,
    LAST_ADMINISTRATOR,
    /** The next start would undo it. */
    ADMIN_FOLLOWS_ENVIRONMENT,
    PASSWORD_TOO_SHORT,
    PASSWORD_TOO_LONG
}
