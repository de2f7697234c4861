package io.shisei.security;

import io.shisei.refusal.Refusal;

/** Rules on who may do what. */
enum SecurityCode implements Refusal.Code {
    UNKNOWN_TOKEN,
    NOT_PERMITTED,
    NEEDS_OPERATOR,
    NEEDS_ADMINISTRATOR,
    WRONG_PASSWORD
}
